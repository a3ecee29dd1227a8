"""Past one machine: the pure function per article on engines that spread it over a cluster.

``records`` is that function and knows no engine; ``on_ray`` and ``on_spark`` hand it their rows.
"""

from beritaextract.batch.work import Recipe
from beritaextract.reading.intake import Intake
from beritaextract.reading.opening import Fields

__all__ = ["Fields", "Intake", "Recipe"]
