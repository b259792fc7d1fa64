/** Marks in a "On this page" list the section that is being read. */

export function startContents(root) {
  for (const nav of root.querySelectorAll("[data-contents]")) {
    const links = new Map();
    for (const link of nav.querySelectorAll('a[href^="#"]')) links.set(link.hash.slice(1), link);
    const seen = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) entry.isIntersecting ? seen.add(entry.target.id) : seen.delete(entry.target.id);
      const first = [...links.keys()].find((id) => seen.has(id));
      if (!first) return;
      for (const [id, link] of links) {
        if (id === first) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "-72px 0px -60% 0px" });
    for (const id of links.keys()) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
  }
}
