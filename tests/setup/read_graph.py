"""Reads graph files with networkx and Python's own csv and zipfile, for tests in another language.

Each line of the input is {"format": …, "file": base64}; each line of the output is what was read, every value with
the name of its type.
"""

import base64
import csv
import io
import json
import sys
import warnings
import zipfile

import networkx

warnings.simplefilter("error")
csv.field_size_limit(sys.maxsize)


def told(attributes):
    return [[name, type(value).__name__, str(value)] for name, value in attributes.items()]


def graph(read, key):
    return {
        "graph": told({name: value for name, value in read.graph.items() if not name.endswith("_default")}),
        "nodes": [[name, told(attributes)] for name, attributes in read.nodes(data=True)],
        "edges": [
            [edge[0], edge[1], key(edge), told(edge[-1])]
            for edge in (read.edges(keys=True, data=True) if read.is_multigraph() else read.edges(data=True))
        ],
    }


def gexf(file):
    return graph(networkx.read_gexf(io.BytesIO(file)), lambda edge: edge[-1]["id"])


def graphml(file):
    read = networkx.read_graphml(io.BytesIO(file), edge_key_type=str, force_multigraph=True)
    return graph(read, lambda edge: edge[2])


def tables(file):
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {
            name: list(csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
            if name.endswith(".csv")
            else json.loads(archive.read(name))
            for name in archive.namelist()
        }


READERS = {"gexf": gexf, "graphml": graphml, "csv": tables}

for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = READERS[request["format"]](base64.b64decode(request["file"]))
    except Exception as error:
        answer = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), flush=True)
