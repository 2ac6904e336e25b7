#include "data_notices.h"

#include <facet/core/files.h>
#include <facet/workspace/texts.h>

#include <QCoreApplication>

namespace facet::app {

using gui::NoticeKind;
using workspace::OpenCache;
using workspace::PageId;
using workspace::Texts;

namespace {

QString say(const char* source, int n = -1) {
  return QCoreApplication::translate("app", source, nullptr, n);
}

/// One line for each.
QString linesOf(const std::vector<Notice>& notices) {
  const Texts texts;
  QStringList lines;
  for (const Notice& notice : notices) {
    lines << texts.describe(notice);
  }
  return lines.join(QLatin1Char('\n'));
}

} // namespace

DataNotices::DataNotices(OpenCache& data, gui::Notices& notices, workspace::Navigator& navigator)
    : m_data(data)
    , m_notices(notices)
    , m_navigator(navigator) {
  connect(&data, &OpenCache::opened, this, &DataNotices::tellOpened);
  connect(&data, &OpenCache::openingFailed, this, [this](const Error& error) {
    m_notices.postFailure(say(QT_TRANSLATE_NOOP("app", "The data could not be opened.")), error);
  });
  connect(&data, &OpenCache::synced, this, &DataNotices::tellSynced);
  connect(&data, &OpenCache::syncFailed, this, [this](const Error& error) {
    m_notices.postFailure(say(QT_TRANSLATE_NOOP("app", "The release was not synced.")), error);
  });
  connect(&data, &OpenCache::imported, this, &DataNotices::tellImported);
  connect(&data, &OpenCache::importFailed, this, [this](const Error& error) {
    m_notices.postFailure(say(QT_TRANSLATE_NOOP("app", "The images were not imported.")), error);
  });
  connect(&data, &OpenCache::passphraseSet, this, [this] {
    m_notices.post({NoticeKind::Done,
                    say(QT_TRANSLATE_NOOP("app", "The new passphrase opens this copy from now on.")),
                    {},
                    {},
                    {}});
  });
  connect(&data, &OpenCache::passphraseFailed, this, [this](const Error& error) {
    m_notices.postFailure(say(QT_TRANSLATE_NOOP("app", "The passphrase was not changed.")), error);
  });
}

void DataNotices::tellOpened() {
  const auto cache = m_data.cache();
  if (!cache || cache->repairs().empty()) {
    return;
  }
  QStringList lines;
  for (const storage::Repair& repair : cache->repairs()) {
    lines << QString::fromStdString(displayName(repair.file));
    for (const storage::SalvagedTable& table : repair.tables) {
      const QString lost =
          table.lost ? QString::number(*table.lost) : say(QT_TRANSLATE_NOOP("app", "an unknown number of"));
      lines << say(QT_TRANSLATE_NOOP("app", "%1: %2 rows saved, %3 lost"))
                   .arg(QString::fromStdString(table.name), QString::number(table.saved), lost);
    }
  }
  m_notices.post(
      {NoticeKind::Warning,
       say(QT_TRANSLATE_NOOP("app", "This copy was damaged and has been repaired as far as possible. What came "
                                    "from the consortium returns with the next sync.")),
       lines.join(QLatin1Char('\n')), say(QT_TRANSLATE_NOOP("app", "Show")),
       [this] { m_navigator.goTo(PageId::Sync); }});
}

void DataNotices::tellSynced(const sync::SyncReport& report) {
  const Texts texts;
  const storage::SyncCounts& counts = report.counts;
  const bool changed = counts.added + counts.changed + counts.deleted + counts.images > 0;
  const QString sentence =
      changed ? say(QT_TRANSLATE_NOOP("app", "Synced: %1 records added, %2 changed, %3 deleted, %4 images read."))
                    .arg(texts.count(counts.added), texts.count(counts.changed), texts.count(counts.deleted),
                         texts.count(counts.images))
              : say(QT_TRANSLATE_NOOP("app", "This release was in the copy already; nothing changed."));
  const QString refused = counts.refused > 0
                              ? QLatin1Char(' ') + say(QT_TRANSLATE_N_NOOP("app", "%n record(s) or file(s) not taken."),
                                                       static_cast<int>(counts.refused))
                              : QString();
  m_notices.post({counts.refused > 0 ? NoticeKind::Warning : NoticeKind::Done,
                  sentence + refused,
                  {},
                  say(QT_TRANSLATE_NOOP("app", "Show")),
                  [this] { m_navigator.goTo(PageId::Sync); }});
}

void DataNotices::tellImported(const sync::ImportReport& report) {
  if (report.patients.empty()) {
    m_notices.post({NoticeKind::Warning,
                    say(QT_TRANSLATE_NOOP("app", "Nothing of it could be imported.")),
                    linesOf(report.refused),
                    {},
                    {}});
    return;
  }
  const QString sentence =
      report.changedNothing()
          ? say(QT_TRANSLATE_NOOP("app", "All of these images were in your copy already."))
          : say(QT_TRANSLATE_N_NOOP("app", "%n image(s) imported."), static_cast<int>(report.images.size()));
  const QString refused = report.refused.empty()
                              ? QString()
                              : QLatin1Char(' ') + say(QT_TRANSLATE_N_NOOP("app", "%n file(s) or series not taken."),
                                                       static_cast<int>(report.refused.size()));
  std::vector<Notice> details = report.refused;
  details.insert(details.end(), report.warnings.begin(), report.warnings.end());
  const QString patient = QString::fromStdString(report.patients.front());
  m_notices.post({details.empty() ? NoticeKind::Done : NoticeKind::Warning, sentence + refused, linesOf(details),
                  say(QT_TRANSLATE_NOOP("app", "Open")),
                  [this, patient] { m_navigator.openPatient(patient, PageId::Mri); }});
}

} // namespace facet::app
