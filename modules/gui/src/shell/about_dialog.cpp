#include "about_dialog.h"

#include "facet_resources.h"

#include <facet/gui/elided_label.h>

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace facet::gui {

using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

AboutDialog::AboutDialog(const Theme& theme, QWidget* parent)
    : QDialog(parent) {
  setWindowTitle(tr("About Facet"));
  setAccessibleName(windowTitle());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(theme.grid(6), theme.grid(5), theme.grid(6), theme.grid(4));
  const auto add = [&](TypeSize size, TypeWeight weight, Token ink, const QString& text) {
    auto* label = new TextLabel(theme, size, weight, ink);
    label->setText(text);
    layout->addWidget(label);
  };
  add(TypeSize::Figure, TypeWeight::Strong, Token::Text,
      tr("Facet %1", "name and version").arg(QCoreApplication::applicationVersion()));
  add(TypeSize::Base, TypeWeight::Regular, Token::Text,
      tr("A workstation for clinical research in multiple sclerosis: MRI, course, treatment and markers of one patient "
         "on one screen."));
  add(TypeSize::Base, TypeWeight::Medium, Token::Text,
      tr("Facet is for research. It is no medical device: it makes no diagnosis and recommends no treatment."));
  add(TypeSize::Dense, TypeWeight::Regular, Token::TextSecondary,
      tr("Free software under the GNU General Public License, version 3 or later. Facet stands on the libraries "
         "below."));
  auto* notices = new QTextBrowser;
  notices->setAccessibleName(tr("Notices of libraries"));
  const std::string_view text = resources::notices_md;
  notices->setMarkdown(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
  notices->setOpenLinks(false);
  layout->addWidget(notices, 1);
  auto* buttons = new QDialogButtonBox;
  buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setAutoDefault(false);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  layout->addWidget(buttons);
  resize(640, 600);
}

} // namespace facet::gui
