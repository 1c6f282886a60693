"""Documents read by a Dask cluster: any executor does, and the bytes are the same."""

import warnings
from pathlib import Path

import pytest

from datedeck.pipeline.derive import derive

distributed = pytest.importorskip("distributed")


@pytest.mark.filterwarnings("default")  # what the cluster's own packages warn of is not this project's concern
def test_a_cluster_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = []
    for number in range(4):
        path = tmp_path / f"annals-{number}.txt"
        path.write_text(f"On 3 May 170{number} the Ostrians captured the town of Velm.\n", encoding="utf-8")
        paths.append(path)
    (tmp_path / "empty.txt").write_bytes(b"")
    paths.append(tmp_path / "empty.txt")
    here = derive(paths, tmp_path / "here.jsonl")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with (
            distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
            distributed.Client(cluster) as client,
        ):
            there = derive(paths[::-1], tmp_path / "there.jsonl", executor=client.get_executor())
    assert (tmp_path / "here.jsonl").read_bytes() == (tmp_path / "there.jsonl").read_bytes()
    assert here == there
    assert [problem.code for problem in there.problems] == ["empty-document"]
