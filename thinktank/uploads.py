"""How much of an uploaded file the server takes in."""

from django.core.files.uploadhandler import FileUploadHandler

# More than any form takes: a picture may have 20 MB, a manuscript 25.
MOST = 26 * 1024 * 1024


class TakeNoMore(FileUploadHandler):
    """Stands before Django's own handlers and passes nothing on once MOST has come.

    Without it a body of any size is written to disk before a form can refuse it. What the form sees is over its own
    limit, so it refuses the file in words of its own.
    """

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start < MOST else None

    def file_complete(self, file_size):
        return None  # the file is made by one of those behind
