#include <facet/gui/page.h>

#include <QCoreApplication>

namespace facet::gui {

using workspace::PageId;

QString pageTitle(PageId page) {
  switch (page) {
  case PageId::Patients:
    return Page::tr("Patients");
  case PageId::Overview:
    return Page::tr("Overview");
  case PageId::Mri:
    return Page::tr("MRI");
  case PageId::Timeline:
    return Page::tr("Timeline");
  case PageId::Response:
    return Page::tr("Response");
  case PageId::Report:
    return Page::tr("Report");
  case PageId::Sync:
    break;
  }
  return Page::tr("Sync");
}

QString pageSummary(PageId page) {
  switch (page) {
  case PageId::Patients:
    return Page::tr("All people in this copy, with worklists");
  case PageId::Overview:
    return Page::tr("What is new since a visit");
  case PageId::Mri:
    return Page::tr("Scans of two visits side by side, with lesions");
  case PageId::Timeline:
    return Page::tr("Course, treatments, relapses and tests over time");
  case PageId::Response:
    return Page::tr("What happened under each treatment");
  case PageId::Report:
    return Page::tr("Preview and export of the report");
  case PageId::Sync:
    break;
  }
  return Page::tr("Where the data come from, what came and what was refused");
}

Icon pageIcon(PageId page) {
  switch (page) {
  case PageId::Patients:
    return Icon::Patients;
  case PageId::Overview:
    return Icon::Overview;
  case PageId::Mri:
    return Icon::Mri;
  case PageId::Timeline:
    return Icon::Timeline;
  case PageId::Response:
    return Icon::Response;
  case PageId::Report:
    return Icon::Report;
  case PageId::Sync:
    break;
  }
  return Icon::Sync;
}

} // namespace facet::gui
