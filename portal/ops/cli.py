"""`portal serve` and `portal work`."""

from __future__ import annotations

import os
import sys

import click

from portal.config import load_settings
from portal.ops import server


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes.")
@click.pass_context
def serve_command(ctx: click.Context, host: str, port: int, workers: int) -> None:
    """Start the production server."""
    load_settings(os.environ)  # say what is missing before any process starts
    server.serve(ctx.obj.load_app, host, port, workers)


@click.command("work")
@click.option("--once", is_flag=True, help="Do what is due and exit.")
@click.pass_context
def work_command(ctx: click.Context, once: bool) -> None:
    """Start the worker: it sends mail and does what else is due."""
    app = ctx.obj.load_app()
    worker = app.extensions["worker"]
    if not once:
        worker.run_until_stopped()
        return
    done, failed = worker.run_once()
    click.echo(f"{done} done, {failed} failed.")
    if failed:
        sys.exit(1)
