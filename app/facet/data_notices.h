#pragma once

#include <facet/gui/notices.h>
#include <facet/workspace/navigator.h>
#include <facet/workspace/open_cache.h>

#include <QObject>

namespace facet::app {

/// Says in the window what came of opening, syncing and importing.
class DataNotices : public QObject {
  Q_OBJECT

public:
  DataNotices(workspace::OpenCache& data, gui::Notices& notices, workspace::Navigator& navigator);

private:
  void tellOpened();
  void tellSynced(const sync::SyncReport& report);
  void tellImported(const sync::ImportReport& report);

  workspace::OpenCache& m_data;
  gui::Notices& m_notices;
  workspace::Navigator& m_navigator;
};

} // namespace facet::app
