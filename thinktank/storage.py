"""Static files as readers get them: without the comments that explain them to us, compressed, named by their content."""

import rcssmin
import rjsmin
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Readers' own files: a first visit has a budget. The desk's and the packages' stay as they are.
MINIFIERS = {"css/": rcssmin.cssmin, "js/": rjsmin.jsmin}


class LeanStaticFilesStorage(CompressedManifestStaticFilesStorage):
    def _save(self, name, content):
        for folder, minify in MINIFIERS.items():
            if name.startswith(folder):
                content.seek(
                    0
                )  # Django has read it to its end to name it: what is left would be an empty file
                content = ContentFile(minify(content.read().decode()).encode())
        return super()._save(name, content)
