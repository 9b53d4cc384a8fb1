"""S3, as moto's server speaks it, and a real Dask cluster of several processes on this machine."""

from __future__ import annotations

import json
import os
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest
from distributed import Client, LocalCluster
from fsspec import AbstractFileSystem
from moto.server import ThreadedMotoServer

import briefgen
from briefgen.batch.dask import ClusterExecutor
from briefgen.batch.manifest import NAME
from briefgen.cli import main
from tests.batch.briefings import TEXT, briefings
from tests.batch.executors import HereExecutor
from tests.batch.test_stores import filled, rendered

COUNT = 24

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")  # a cluster complains of slow machines


@pytest.fixture(scope="module")
def s3() -> Iterator[AbstractFileSystem]:
    """Run an S3 server with the buckets `issues` and `finished`; the environment points there, for workers too."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "someone")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "something")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        store = fsspec.filesystem("s3", use_listings_cache=False)
        for bucket in ("issues", "finished"):
            store.mkdir(bucket)
        yield store
    server.stop()


@pytest.fixture(scope="module")
def client(s3: AbstractFileSystem) -> Iterator[Client]:
    """Run two workers, each a process with a nanny that starts another when it dies."""
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster, set_as_default=False) as connected,
    ):
        yield connected


class TestS3:
    def test_bodies_pictures_and_templates_come_along(self, s3: AbstractFileSystem, tmp_path: Path) -> None:
        source = filled(s3, "s3://issues/one")
        (outcome,) = rendered(source, output="s3://finished/one")
        assert outcome.ok, outcome
        s3.get("issues/one/", f"{tmp_path}/", recursive=True)
        briefgen.save(briefgen.load(tmp_path / "县区/甲/brief.yaml"), tmp_path / "brief.pdf")
        assert s3.cat_file("finished/one/brief.pdf") == (tmp_path / "brief.pdf").read_bytes()

    def test_resume(self, s3: AbstractFileSystem) -> None:
        source = filled(s3, "s3://issues/two")
        rendered(source, output="s3://finished/two")
        assert rendered(source, output="s3://finished/two", resume=True)[0].skipped
        s3.pipe_file("finished/two/brief.docx", b"torn")
        assert not rendered(source, output="s3://finished/two", resume=True)[0].skipped

    def test_a_bucket_that_is_not_there(
        self, s3: AbstractFileSystem, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (source,) = briefings(tmp_path, 1)
        assert main(["batch", str(source), "-o", "s3://nobucket/x", "-j", "1"]) == 1
        assert "BG601" in capsys.readouterr().err
        assert main(["batch", "s3://nobucket/", "-j", "1"]) == 1
        assert "s3://nobucket" in capsys.readouterr().err


class TestDask:
    def test_a_worker_killed_in_the_middle_loses_nothing_and_makes_nothing_twice(
        self, s3: AbstractFileSystem, client: Client, tmp_path: Path
    ) -> None:
        sources = [f"s3://issues/many/{number % 7}/{number:03}.yaml" for number in range(COUNT)]
        for number, source in enumerate(sources):
            s3.pipe_file(source, TEXT.format(number=number + 1).encode())
        before = client.run(os.getpid)
        done: list[briefgen.Outcome] = []
        for outcome in briefgen.render_many(
            sources, output="s3://finished/many", executor=client.get_executor(pure=False), workers=2
        ):
            done.append(outcome)
            if len(done) == COUNT // 4:
                os.kill(next(iter(before.values())), signal.SIGKILL)
        assert [outcome.source for outcome in done if not outcome.ok] == []
        assert Counter(outcome.source for outcome in done) == Counter(sources)
        client.wait_for_workers(2, timeout=30)
        assert len(set(client.run(os.getpid).values()) - set(before.values())) == 1, (
            "one was killed, one came"
        )

        for number in range(COUNT):
            path = tmp_path / f"in/{number % 7}/{number:03}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(s3.cat_file(sources[number]))
        here = sorted((tmp_path / "in").rglob("*.yaml"))
        list(briefgen.render_many(here, output=tmp_path / "out", executor=HereExecutor()))
        made = {str(path.relative_to(tmp_path / "out")): path for path in (tmp_path / "out").rglob("*.*")}
        stored = {name.removeprefix("finished/many/") for name in s3.find("finished/many")}
        assert stored == set(made)
        for name, path in made.items():
            if name != NAME:
                assert s3.cat_file(f"finished/many/{name}") == path.read_bytes(), name

    def test_by_the_command(
        self,
        s3: AbstractFileSystem,
        client: Client,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        monkeypatch.chdir(tmp_path)
        briefings(tmp_path / "in", 3)
        (tmp_path / "in/003.yaml").write_text("masthead: [", encoding="utf-8")
        address = client.scheduler.address
        call = ["batch", "in", "-o", "s3://finished/command", "--dask", address, "--json", "--resume"]
        for skipped in ([], [f"{tmp_path}/in/001.yaml", f"{tmp_path}/in/002.yaml"]):
            assert main(call) == 1
            out, err = capsys.readouterr()
            results = json.loads(out)["results"]
            assert sorted(result["input"] for result in results if result["skipped"]) == skipped
            assert "in/003.yaml:2:1 错误 BG004" in err
        assert len(s3.find("finished/command")) == 5

    def test_jobs_wait_for_a_scheduler_that_is_looked_for_and_fail_when_it_is_gone(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Lost:
            """A client without scheduler."""

            status = "connecting"

            def get_executor(self, *, pure: bool) -> HereExecutor:
                return HereExecutor()

        client = Lost()
        executor = ClusterExecutor(client)
        monkeypatch.setattr("time.sleep", lambda _: setattr(client, "status", "running"))
        assert executor.submit(str, 3).result() == "3"
        client.status = "connecting"
        monkeypatch.setattr("time.sleep", lambda _: setattr(client, "status", "closed"))
        with pytest.raises(RuntimeError, match="gone"):
            executor.submit(str, 3)

    @pytest.mark.parametrize("theirs", ["time", "nobody"])
    def test_a_cluster_that_would_make_other_files_is_refused(
        self,
        client: Client,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        theirs: str,
    ) -> None:
        (source,) = briefings(tmp_path, 1)
        if theirs == "time":
            monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
        else:
            monkeypatch.setattr(Client, "run", lambda self, function: {})
        assert main(["batch", str(source), "--dask", client.scheduler.address]) == 1
        assert "BG610" in capsys.readouterr().err
