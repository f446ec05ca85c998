"""The network of actors, read by networkx."""

from __future__ import annotations

import io
from xml.etree import ElementTree

import networkx
import pytest
from tests.export.exported import hostile, newspaper, registered, sample

from vakanuvis.export.entry import happened
from vakanuvis.export.network import Network, gexf, graphml


def read_graphml(network):
    return networkx.read_graphml(io.BytesIO("".join(graphml(network)).encode()))


def read_gexf(network):
    return networkx.read_gexf(io.BytesIO("".join(gexf(network)).encode()), version="1.3")


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_networkx_reads_every_node_and_edge(read):
    network = Network.of(newspaper())
    graph = read(network)
    assert graph.is_directed()
    assert set(graph.nodes) == set(network.nodes)
    assert set(graph.edges) == set(network.ties)
    for one, other, told in graph.edges(data=True):
        tie = network.ties[one, other]
        assert (told["events"], told["statements"]) == (tie.events, tie.statements)
        assert told["weight"] == tie.events + tie.statements
        assert tie.events == sum(told[f"quad_{number}"] for number in (1, 2, 3, 4))
    assert graph.nodes["PER"]["label"] == "Peru"


def test_those_who_do_something_together_are_tied_both_ways():
    entry = sample()
    event = next(event for event in entry.reading["events"] if happened(event))
    event.update(actor=["a1", "a2"], recipient=[], date="2025-03")
    entry.reading.update(events=[event], statements=[])
    network = Network.of([entry])
    assert set(network.ties) == {("a1", "a2"), ("a2", "a1")}
    assert (network.ties["a1", "a2"].first, network.ties["a1", "a2"].last) == ("2025-03-01", "2025-03-31")


def test_an_actor_of_the_registry_is_one_node_for_all_articles():
    entry = sample()
    known = registered(entry)
    both = Network.of([sample(known), sample(known, id="m2")])
    assert set(both.nodes) == set(Network.of([sample(known)]).nodes)
    assert all(name.startswith("p-") for name in both.nodes)


def test_nobody_is_tied_to_themselves_and_days_widen():
    network = Network.of(newspaper())
    assert all(one != other for one, other in network.ties)
    assert all(tie.first <= tie.last for tie in network.ties.values() if tie.first and tie.last)


@pytest.mark.parametrize("write", [graphml, gexf])
def test_the_same_record_gives_the_same_letters_in_any_order(write):
    entries = list(newspaper())
    there, back = "".join(write(Network.of(entries))), "".join(write(Network.of(entries[::-1])))
    assert there.count("<edge") == back.count("<edge")
    assert there == "".join(write(Network.of(entries)))


@pytest.mark.parametrize("write", [graphml, gexf])
def test_no_name_breaks_the_xml(write):
    network = Network.of([hostile(sample())])
    ElementTree.fromstring("".join(write(network)).encode())
    assert network.nodes


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_an_empty_network_is_a_network(read):
    assert len(read(Network())) == 0
