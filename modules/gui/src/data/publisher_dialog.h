#pragma once

#include <facet/clinical/release_manifest.h>
#include <facet/storage/signature.h>
#include <facet/workspace/theme.h>

#include <QDialog>

namespace facet::gui {

/// Shows who signed a release, by the fingerprint of the key, and asks whether it is to be trusted from now on.
class PublisherDialog final : public QDialog {
  Q_OBJECT

public:
  PublisherDialog(const workspace::Theme& theme, const clinical::ReleaseManifest& manifest,
                  const storage::PublicKey& key, QWidget* parent = nullptr);
};

} // namespace facet::gui
