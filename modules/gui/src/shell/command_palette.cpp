#include "command_palette.h"

#include "palette_delegate.h"

#include <facet/gui/elided_label.h>
#include <facet/gui/panel.h>

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace facet::gui {

using workspace::Size;
using workspace::Theme;
using workspace::Token;
using workspace::TypeSize;
using workspace::TypeWeight;

namespace {
constexpr int kWidth = 600;
constexpr int kTop = 64;
constexpr int kMostRows = 10;
constexpr std::size_t kMostItems = 50;
constexpr float kVeil = 0.45F;
} // namespace

void PaletteModel::setItems(std::vector<PaletteItem> items) {
  beginResetModel();
  m_items = std::move(items);
  endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
    return {};
  }
  const PaletteItem& found = item(index.row());
  switch (role) {
  case Qt::DisplayRole:
    return found.title;
  case Qt::AccessibleTextRole:
    return found.detail.isEmpty() ? found.title : found.title + QStringLiteral(", ") + found.detail;
  case DetailRole:
    return found.detail;
  case IconRole:
    return static_cast<int>(found.icon);
  case PlacesRole:
    return QVariant::fromValue(QList<int>(found.matched.begin(), found.matched.end()));
  default:
    return {};
  }
}

CommandPalette::CommandPalette(const Theme& theme, std::vector<PaletteProvider> providers, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_providers(std::move(providers))
    , m_model(new PaletteModel(this))
    , m_box(new Panel(theme, Panel::Shape::Card, this))
    , m_query(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new ElidedLabel(theme, TypeSize::Base, TypeWeight::Regular, Token::TextSecondary)) {
  setAccessibleName(tr("Search"));
  auto* layout = new QVBoxLayout(m_box);
  layout->setContentsMargins(theme.grid(2), theme.grid(2), theme.grid(2), theme.grid(2));
  layout->setSpacing(theme.grid(1));
  layout->addWidget(m_query);
  layout->addWidget(m_list);
  layout->addWidget(m_nothing);
  m_query->setPlaceholderText(tr("Patient, page or command"));
  m_query->setAccessibleName(tr("Search patients, pages and commands"));
  m_query->setMinimumHeight(theme.grid(9));
  m_query->setFrame(false);
  m_list->setModel(m_model);
  m_list->setItemDelegate(new PaletteDelegate(theme, this));
  m_list->setAccessibleName(tr("Results"));
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setMouseTracking(true);
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_nothing->setText(tr("Nothing fits."));
  m_nothing->setContentsMargins(theme.grid(3), theme.grid(2), 0, theme.grid(2));
  m_query->installEventFilter(this);
  parent->installEventFilter(this);
  connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
  connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
  hide();
}

void CommandPalette::open() {
  if (isVisible()) {
    return;
  }
  m_focusBefore = window()->focusWidget();
  m_query->clear();
  search();
  show();
  raise();
  m_query->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::dismiss() {
  if (!isVisible()) {
    return;
  }
  hide();
  if (m_focusBefore != nullptr) {
    m_focusBefore->setFocus(Qt::OtherFocusReason);
  }
}

void CommandPalette::search() {
  std::vector<PaletteItem> found;
  for (const PaletteProvider& provider : m_providers) {
    std::vector<PaletteItem> part = provider(m_query->text());
    std::move(part.begin(), part.end(), std::back_inserter(found));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const PaletteItem& a, const PaletteItem& b) { return a.score > b.score; });
  found.resize(std::min(found.size(), kMostItems));
  m_model->setItems(std::move(found));
  if (m_model->rowCount() > 0) {
    m_list->setCurrentIndex(m_model->index(0));
  }
  place();
}

void CommandPalette::place() {
  setGeometry(parentWidget()->rect());
  const int rows = m_model->rowCount();
  m_list->setVisible(rows > 0);
  m_nothing->setVisible(rows == 0);
  m_list->setFixedHeight(std::min(rows, kMostRows) * PaletteDelegate::kRowHeight);
  const int width = std::min(kWidth, this->width() - 2 * m_theme.grid(4));
  m_box->setGeometry((this->width() - width) / 2, kTop, width, m_box->sizeHint().height());
  m_box->layout()->activate();
  m_box->resize(width, m_box->sizeHint().height());
}

void CommandPalette::choose(const QModelIndex& index) {
  if (!index.isValid()) {
    return;
  }
  // The action may change the model that owns it.
  const std::function<void()> run = m_model->item(index.row()).run;
  dismiss();
  run();
}

void CommandPalette::moveBy(int rows) {
  const int count = m_model->rowCount();
  if (count > 0) {
    const int row = std::clamp(m_list->currentIndex().row() + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model->index(row));
  }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
    place();
  }
  if (watched != m_query) {
    return false;
  }
  if (event->type() == QEvent::FocusOut && isVisible() &&
      static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason) {
    m_focusBefore = nullptr;
    dismiss();
    return false;
  }
  if (event->type() != QEvent::KeyPress) {
    return false;
  }
  switch (static_cast<QKeyEvent*>(event)->key()) {
  case Qt::Key_Escape:
    dismiss();
    return true;
  case Qt::Key_Return:
  case Qt::Key_Enter:
    choose(m_list->currentIndex());
    return true;
  case Qt::Key_Down:
    moveBy(1);
    return true;
  case Qt::Key_Up:
    moveBy(-1);
    return true;
  case Qt::Key_PageDown:
    moveBy(kMostRows);
    return true;
  case Qt::Key_PageUp:
    moveBy(-kMostRows);
    return true;
  case Qt::Key_Tab:
  case Qt::Key_Backtab:
    return true;
  default:
    return false;
  }
}

void CommandPalette::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  QColor veil = m_theme.color(Token::Viewport);
  veil.setAlphaF(kVeil);
  painter.fillRect(rect(), veil);
}

void CommandPalette::mousePressEvent(QMouseEvent* /*event*/) {
  dismiss();
}

} // namespace facet::gui
