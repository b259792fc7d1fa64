"""Made data is the same in every run."""

from bench.generate import digest, made_records


def test_two_runs_make_the_same_bytes():
    assert digest(made_records(300)) == digest(made_records(300))
    assert digest(made_records(300)) != digest(made_records(300, seed=1))


def test_a_smaller_set_is_the_beginning_of_a_larger_one():
    few = [record for record in made_records(50) if record.kind == "site"]
    many = [record for record in made_records(80) if record.kind == "site"]
    assert few == many[:50]
