"""Refunds against the sandbox by clients that are not ours: the wire is Paynet's.

`python3 paynet-api/tests/other_clients.py` builds and starts `paynet-sandbox`, and needs nothing but
Python's standard library; curl is tried if it is there. The requests are those of Paynet's pages: the
secret key as it is after `Basic `, and a JSON object. CI runs it.
"""

import base64
import http.client
import json
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

PATH = "/v1/transaction/reversed_request"
JSON = "application/json; charset=UTF-8"
# refund.md, example "Response".
SUCCESS = {"object_name": "transaction_reversed_request", "message": "Başarılı İşlem", "code": 0}


class Sandbox:
    """The process, and what it prints at its start."""

    def __init__(self):
        command = "cargo run --quiet --package paynet-api --features sandbox --bin paynet-sandbox"
        self.process = subprocess.Popen(
            command.split(),
            cwd=Path(__file__).parents[2],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        lines = []
        while not lines or not lines[-1].startswith("Type `help`"):
            lines.append(self.process.stdout.readline())
            if not lines[-1]:
                raise SystemExit("the sandbox ended")
        words = [line.split() for line in lines]
        self.host = words[0][-1].removeprefix("http://").rstrip(".")
        self.key = next(line[2] for line in words if line[:2] == ["secret", "key"])
        # The command that it prints, as somebody copies it.
        printed = "".join(lines)
        self.curl = printed[printed.index("curl ") :].split("\n\n")[0]

    def command(self, text):
        """Gives a command, and returns the line that it prints."""
        self.process.stdin.write(text + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def sale(self):
        """Adds a sale of yesterday, of 15.00 TL."""
        sale = self.command("sale 15.00")
        self.command("next-day")
        return sale

    def stop(self):
        """Stops the process."""
        self.process.communicate("quit\n")


def with_http_client(sandbox, body, headers, **options):
    """Sends a request with `http.client`, and returns status and response."""
    connection = http.client.HTTPConnection(sandbox.host, timeout=30)
    connection.request("POST", PATH, body, headers, **options)
    response = connection.getresponse()
    answer = response.status, json.loads(response.read())
    connection.close()
    return answer


def as_the_page_says(sandbox):
    """The headers of the sample that Paynet's page "What I need" has, in PHP."""
    headers = {"Accept": JSON, "Content-type": JSON, "Authorization": "Basic " + sandbox.key}
    return with_http_client(sandbox, json.dumps({"xact_id": sandbox.sale()}), headers)


def in_chunks(sandbox):
    """A body of unannounced length, without `Accept` and charset."""
    headers = {"Content-Type": "application/json", "Authorization": "Basic " + sandbox.key}
    body = json.dumps({"xact_id": sandbox.sale(), "amount": "1050"}).encode()
    chunks = iter([body[:10], body[10:]])
    return with_http_client(sandbox, chunks, headers, encode_chunked=True)


def with_urllib(sandbox):
    """Half of a sale, with headers in the letters that `urllib` gives them."""
    request = urllib.request.Request(f"http://{sandbox.host}{PATH}", method="POST")
    request.add_header("Authorization", "Basic " + sandbox.key)
    request.add_header("Content-Type", JSON)
    request.data = json.dumps({"xact_id": sandbox.sale(), "amount": "750"}).encode()
    with urllib.request.urlopen(request, timeout=30) as response:
        return response.status, json.load(response)


def with_curl(sandbox):
    """The command that the sandbox prints."""
    output = subprocess.run(sandbox.curl, shell=True, check=True, capture_output=True)
    return 200, json.loads(output.stdout)


def with_the_key_in_base64(sandbox):
    """What some clients do, against Paynet's pages."""
    key = base64.b64encode(sandbox.key.encode()).decode()
    headers = {"Content-Type": JSON, "Authorization": "Basic " + key}
    return with_http_client(sandbox, json.dumps({"xact_id": sandbox.sale()}), headers)


def main():
    clients = [as_the_page_says, in_chunks, with_urllib]
    if shutil.which("curl"):
        clients.append(with_curl)
    else:
        print("with_curl: skipped, there is no curl")
    sandbox = Sandbox()
    try:
        for client in clients:
            answer = client(sandbox)
            assert answer == (200, SUCCESS), f"{client.__name__}: {answer}"
            print(f"{client.__name__}: accepted")
        status, error = with_the_key_in_base64(sandbox)
        assert (status, error["type"]) == (401, "authorization_error"), error
        print("with_the_key_in_base64: refused")
    finally:
        sandbox.stop()


if __name__ == "__main__":
    main()
