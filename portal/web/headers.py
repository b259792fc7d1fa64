"""Headers on every response: what the browser may load, tell others and keep."""

from __future__ import annotations

from flask import Flask, Response, request

from portal.web.request import settings

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
ALWAYS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(self), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TAILORED = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}
HSTS = "max-age=31536000; includeSubDomains"


def relative_location(response: Response) -> None:
    """A redirect of ours names the path alone: the host that a request claims may be anybody's."""
    location = response.location or ""
    if location.startswith(request.host_url):
        response.location = "/" + location.removeprefix(request.host_url).lstrip("/")
        response.set_data(b"")  # it repeats the address


def add_headers(response: Response) -> Response:
    """Security headers as defaults that a view may sharpen, and no caching of pages without asking again."""
    relative_location(response)
    for name, value in ALWAYS.items():
        response.headers.setdefault(name, value)
    if request.path.startswith("/t/"):
        response.headers.update(TAILORED)
    elif "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "no-store" if response.status_code >= 400 else "private, no-cache"
    if settings().production and settings().base_url.startswith("https://"):
        response.headers["Strict-Transport-Security"] = HSTS
    return response


def install(app: Flask) -> None:
    app.after_request(add_headers)
