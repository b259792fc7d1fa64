from portal.ops.server import gunicorn_settings


def test_the_server_takes_request_lines_of_8190_bytes():
    assert gunicorn_settings("127.0.0.1", 8000, 2)["limit_request_line"] == 8190


def test_the_address_is_written_as_gunicorn_reads_it():
    assert gunicorn_settings("0.0.0.0", 80, 1)["bind"] == "0.0.0.0:80"
    assert gunicorn_settings("::1", 80, 1)["bind"] == "[::1]:80"


def test_the_servers_own_log_names_no_visitors():
    settings = gunicorn_settings("127.0.0.1", 8000, 2)

    assert settings["accesslog"] is None
    assert settings["loglevel"] == "error"
