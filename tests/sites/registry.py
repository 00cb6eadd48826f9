"""Every site whose truth is known, by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.sites import (
    blogger,
    bootphp,
    builder,
    comhosp,
    district,
    dnn,
    drupal,
    frames,
    govcms,
    gsites,
    hospital,
    joomk2,
    joomla4,
    maxsite,
    mlhosp,
    moit,
    municipal,
    nexthosp,
    pathshare,
    phpmod,
    portal,
    province,
    sharept,
    transfer,
    wpblock,
    wpclassic,
)
from tests.sites.blogger.mutations import MUTATIONS as BLOGGER_MUTATIONS
from tests.sites.bootphp.mutations import MUTATIONS as BOOTPHP_MUTATIONS
from tests.sites.builder.mutations import MUTATIONS as BUILDER_MUTATIONS
from tests.sites.comhosp.mutations import MUTATIONS as COMHOSP_MUTATIONS
from tests.sites.district.mutations import MUTATIONS as DISTRICT_MUTATIONS
from tests.sites.dnn.mutations import MUTATIONS as DNN_MUTATIONS
from tests.sites.drupal.mutations import MUTATIONS as DRUPAL_MUTATIONS
from tests.sites.frames.mutations import MUTATIONS as FRAMES_MUTATIONS
from tests.sites.govcms.mutations import MUTATIONS as GOVCMS_MUTATIONS
from tests.sites.gsites.mutations import MUTATIONS as GSITES_MUTATIONS
from tests.sites.hospital.mutations import MUTATIONS as HOSPITAL_MUTATIONS
from tests.sites.joomk2.mutations import MUTATIONS as JOOMK2_MUTATIONS
from tests.sites.joomla4.mutations import MUTATIONS as JOOMLA4_MUTATIONS
from tests.sites.maxsite.mutations import MUTATIONS as MAXSITE_MUTATIONS
from tests.sites.mlhosp.mutations import MUTATIONS as MLHOSP_MUTATIONS
from tests.sites.moit.mutations import MUTATIONS as MOIT_MUTATIONS
from tests.sites.municipal.mutations import MUTATIONS as MUNICIPAL_MUTATIONS
from tests.sites.nexthosp.mutations import MUTATIONS as NEXTHOSP_MUTATIONS
from tests.sites.pathshare.mutations import MUTATIONS as PATHSHARE_MUTATIONS
from tests.sites.phpmod.mutations import MUTATIONS as PHPMOD_MUTATIONS
from tests.sites.portal.mutations import MUTATIONS as PORTAL_MUTATIONS
from tests.sites.province.mutations import MUTATIONS as PROVINCE_MUTATIONS
from tests.sites.samples import SAMPLES, sample_folder, sample_website
from tests.sites.sharept.mutations import MUTATIONS as SHAREPT_MUTATIONS
from tests.sites.transfer.mutations import MUTATIONS as TRANSFER_MUTATIONS
from tests.sites.truth import Truth, read_truth
from tests.sites.wpblock.mutations import MUTATIONS as WPBLOCK_MUTATIONS
from tests.sites.wpclassic.mutations import MUTATIONS as WPCLASSIC_MUTATIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.mutation import Mutation
    from tests.sites.website import Website

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSite:
    """A site to serve, what is right to say about it, and what may happen to it."""

    name: str
    website: Callable[[], Website]
    truth_file: Callable[[], Path]
    mutations: tuple[Mutation, ...] = ()

    def truth(self) -> Truth:
        """What is right to say about it."""
        return read_truth(self.truth_file())


def _own(name: str, website: Callable[[], Website], mutations: tuple[Mutation, ...]) -> KnownSite:
    return KnownSite(name=name, website=website, truth_file=lambda: HERE / name / "truth.json", mutations=mutations)


def _sample(name: str) -> KnownSite:
    return KnownSite(
        name=name, website=lambda: sample_website(name), truth_file=lambda: sample_folder(name) / "truth.json"
    )


OWN = (
    _own("blogger", blogger.website, BLOGGER_MUTATIONS),
    _own("bootphp", bootphp.website, BOOTPHP_MUTATIONS),
    _own("builder", builder.website, BUILDER_MUTATIONS),
    _own("comhosp", comhosp.website, COMHOSP_MUTATIONS),
    _own("district", district.website, DISTRICT_MUTATIONS),
    _own("dnn", dnn.website, DNN_MUTATIONS),
    _own("drupal", drupal.website, DRUPAL_MUTATIONS),
    _own("frames", frames.website, FRAMES_MUTATIONS),
    _own("govcms", govcms.website, GOVCMS_MUTATIONS),
    _own("gsites", gsites.website, GSITES_MUTATIONS),
    _own("hospital", hospital.website, HOSPITAL_MUTATIONS),
    _own("joomk2", joomk2.website, JOOMK2_MUTATIONS),
    _own("joomla4", joomla4.website, JOOMLA4_MUTATIONS),
    _own("maxsite", maxsite.website, MAXSITE_MUTATIONS),
    _own("mlhosp", mlhosp.website, MLHOSP_MUTATIONS),
    _own("moit", moit.website, MOIT_MUTATIONS),
    _own("municipal", municipal.website, MUNICIPAL_MUTATIONS),
    _own("nexthosp", nexthosp.website, NEXTHOSP_MUTATIONS),
    _own("pathshare", pathshare.website, PATHSHARE_MUTATIONS),
    _own("phpmod", phpmod.website, PHPMOD_MUTATIONS),
    _own("portal", portal.website, PORTAL_MUTATIONS),
    _own("province", province.website, PROVINCE_MUTATIONS),
    _own("sharept", sharept.website, SHAREPT_MUTATIONS),
    _own("transfer", transfer.website, TRANSFER_MUTATIONS),
    _own("wpblock", wpblock.website, WPBLOCK_MUTATIONS),
    _own("wpclassic", wpclassic.website, WPCLASSIC_MUTATIONS),
)
SITES = {site.name: site for site in (*map(_sample, SAMPLES), *OWN)}
