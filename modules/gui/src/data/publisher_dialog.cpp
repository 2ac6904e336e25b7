#include "publisher_dialog.h"

#include <facet/gui/elided_label.h>

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kWidth = 480;
}

PublisherDialog::PublisherDialog(const Theme& theme, const clinical::ReleaseManifest& manifest,
                                 const storage::PublicKey& key, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("Trust this publisher?"));
  setAccessibleName(windowTitle());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(theme.grid(6), theme.grid(5), theme.grid(6), theme.grid(4));
  layout->setSpacing(theme.grid(2));
  const auto say = [&](TypeSize size, TypeWeight weight, Token ink, const QString& text) {
    auto* label = new TextLabel(theme, size, weight, ink);
    label->setText(text);
    layout->addWidget(label);
    return label;
  };
  say(TypeSize::Base, TypeWeight::Medium, Token::Text,
      tr("“%1” is not known on this computer yet.").arg(QString::fromStdString(manifest.name)));
  say(TypeSize::Base, TypeWeight::Regular, Token::Text,
      tr("Release %1 of the series “%2” is signed with a key of this fingerprint:")
          .arg(QString::fromStdString(manifest.version), QString::fromStdString(manifest.series)));
  TextLabel* fingerprint =
      say(TypeSize::Title, TypeWeight::Strong, Token::Text, QString::fromStdString(key.fingerprint()));
  fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  fingerprint->setAccessibleName(tr("Fingerprint"));
  say(TypeSize::Base, TypeWeight::Regular, Token::Text,
      tr("Compare it with the one that the publisher gave you on another way, such as a letter or a call. Trust it "
         "only "
         "if all of it is the same. Later releases of the series must be signed with the same key."));
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(tr("Trust this key"), QDialogButtonBox::AcceptRole)->setAutoDefault(false);
  QPushButton* refuse = buttons->addButton(tr("Do not sync"), QDialogButtonBox::RejectRole);
  refuse->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout->addSpacing(theme.grid(2));
  layout->addWidget(buttons);
  setMinimumWidth(kWidth);
}

} // namespace facet::gui
