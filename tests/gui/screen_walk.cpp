#include "screen_walk.h"

#include <facet/gui/elided_label.h>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTextEdit>

namespace screen {

namespace {

/// Parts that Qt makes inside its own widgets.
bool isInner(const QWidget& widget) {
  return widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar*>(&widget) != nullptr ||
         widget.inherits("QTableCornerButton") || widget.inherits("QLineEditIconButton") ||
         (qobject_cast<const QLineEdit*>(&widget) != nullptr &&
          (qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) != nullptr ||
           qobject_cast<const QComboBox*>(widget.parentWidget()) != nullptr));
}

QString nameOf(const QWidget& widget) {
  QString name = QLatin1String(widget.metaObject()->className());
  for (const QString& more : {widget.objectName(), widget.accessibleName()}) {
    if (!more.isEmpty()) {
      name += QLatin1Char(' ') + more;
      break;
    }
  }
  return name;
}

QList<const QWidget*> visible(const QWidget& root) {
  QList<const QWidget*> all{&root};
  for (const QWidget* widget : root.findChildren<const QWidget*>()) {
    if (widget->isVisible() && widget->window() == root.window() && !isInner(*widget)) {
      all << widget;
    }
  }
  return all;
}

void addActions(const QMenu& menu, const QString& where, QList<Shown>& out) {
  for (const QAction* action : menu.actions()) {
    if (action->isSeparator() || !action->isVisible()) {
      continue;
    }
    out.append({where + QStringLiteral(" menu"), action->text()});
    if (action->menu() != nullptr) {
      addActions(*action->menu(), where, out);
    }
  }
}

} // namespace

QList<Shown> texts(const QWidget& root) {
  QList<Shown> out;
  for (const QWidget* widget : visible(root)) {
    const QString name = nameOf(*widget);
    const auto add = [&](const char* which, const QString& text) {
      if (!text.isEmpty()) {
        out.append({name + QLatin1Char(' ') + QLatin1String(which), text});
      }
    };
    add("tooltip", widget->toolTip());
    add("accessible name", widget->accessibleName());
    add("accessible description", widget->accessibleDescription());
    if (widget->isWindow()) {
      add("title", widget->windowTitle());
    }
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
      add("text", label->text());
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
      add("text", button->text());
    } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
      add("placeholder", edit->placeholderText());
    } else if (const auto* group = qobject_cast<const QGroupBox*>(widget)) {
      add("title", group->title());
    } else if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
      for (int i = 0; i < combo->count(); ++i) {
        add("item", combo->itemText(i));
      }
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
      for (int i = 0; i < tabs->count(); ++i) {
        add("tab", tabs->tabText(i));
      }
    } else if (const auto* head = qobject_cast<const QHeaderView*>(widget)) {
      for (int i = 0; head->model() != nullptr && i < head->count(); ++i) {
        if (!head->isSectionHidden(i)) {
          add("head", head->model()->headerData(i, head->orientation()).toString());
        }
      }
    }
  }
  for (const QMenu* menu : root.findChildren<const QMenu*>()) {
    addActions(*menu, nameOf(*menu), out);
  }
  return out;
}

QStringList unmarked(const QString& text, const QStringList& data) {
  QString rest = text;
  for (const QString& word : data) {
    rest.replace(word, QStringLiteral(" "));
  }
  // Marked texts may stand in one another: the innermost go first.
  static const QRegularExpression marked(QStringLiteral("\\[[^\\[\\]]*\\]"));
  while (rest.contains(marked)) {
    rest.replace(marked, QStringLiteral(" "));
  }
  const QLocale locale;
  for (int month = 1; month <= 12; ++month) {
    rest.replace(locale.monthName(month, QLocale::ShortFormat), QStringLiteral(" "));
  }
  static const QRegularExpression words(QStringLiteral("\\p{L}{2,}"));
  QStringList found;
  for (auto it = words.globalMatch(rest); it.hasNext();) {
    found << it.next().captured();
  }
  return found;
}

QStringList clipped(const QWidget& root) {
  QStringList found;
  for (const QWidget* widget : visible(root)) {
    const auto complain = [&](const QString& text, const QString& why) {
      found << QStringLiteral("%1: “%2” %3").arg(nameOf(*widget), text, why);
    };
    if (const auto* elided = qobject_cast<const facet::gui::ElidedLabel*>(widget)) {
      if (elided->isElided()) {
        complain(elided->text(), QStringLiteral("is elided"));
      }
    } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
      const QRect room = label->contentsRect();
      const int flags = label->wordWrap() ? Qt::TextWordWrap : 0;
      const QRect need = label->fontMetrics().boundingRect(QRect(0, 0, room.width(), 100'000), flags, label->text());
      if (need.width() > room.width() + 1 || need.height() > room.height() + 1) {
        complain(label->text(), QStringLiteral("needs %1×%2 of %3×%4")
                                    .arg(need.width())
                                    .arg(need.height())
                                    .arg(room.width())
                                    .arg(room.height()));
      }
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
      QString plain = button->text();
      plain.remove(QLatin1Char('&'));
      const bool shown =
          qobject_cast<const QPushButton*>(button) != nullptr || qobject_cast<const QCheckBox*>(button) != nullptr ||
          qobject_cast<const QRadioButton*>(button) != nullptr || button->inherits("facet::gui::RailButton");
      const int need = button->fontMetrics().horizontalAdvance(plain);
      const QSize hint = button->sizeHint();
      if (shown && !plain.isEmpty() &&
          (need > button->width() || hint.width() > button->width() || hint.height() > button->height() + 1)) {
        complain(plain, QStringLiteral("has %1 of %2 px").arg(button->width()).arg(std::max(need, hint.width())));
      }
    } else if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) {
      const int need = edit->fontMetrics().horizontalAdvance(edit->placeholderText());
      if (need > edit->contentsRect().width() - 16) {
        complain(edit->placeholderText(), QStringLiteral("has %1 of %2 px").arg(edit->width()).arg(need + 16));
      }
    } else if (const auto* head = qobject_cast<const QHeaderView*>(widget);
               head != nullptr && head->model() != nullptr) {
      for (int i = 0; i < head->count() && head->orientation() == Qt::Horizontal; ++i) {
        const QString text = head->model()->headerData(i, Qt::Horizontal).toString();
        const int need = QFontMetrics(head->font()).horizontalAdvance(text);
        if (!head->isSectionHidden(i) && need > head->sectionSize(i)) {
          complain(text, QStringLiteral("has %1 of %2 px").arg(head->sectionSize(i)).arg(need));
        }
      }
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
      for (int i = 0; i < tabs->count(); ++i) {
        const int need = tabs->fontMetrics().horizontalAdvance(tabs->tabText(i));
        if (need > tabs->tabRect(i).width()) {
          complain(tabs->tabText(i), QStringLiteral("has %1 of %2 px").arg(tabs->tabRect(i).width()).arg(need));
        }
      }
    }
  }
  return found;
}

QStringList unnamed(const QWidget& root) {
  QStringList found;
  for (const QWidget* widget : visible(root)) {
    const bool speaks = widget->isWindow() || widget->focusPolicy() != Qt::NoFocus ||
                        qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                        qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
                        qobject_cast<const QProgressBar*>(widget) != nullptr ||
                        qobject_cast<const QAbstractSlider*>(widget) != nullptr;
    if (!speaks) {
      continue;
    }
    const QAccessibleInterface* face = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    if (face == nullptr || face->text(QAccessible::Name).isEmpty()) {
      const QWidget* parent = widget->parentWidget();
      found << nameOf(*widget) + (parent != nullptr ? QStringLiteral(" in ") + nameOf(*parent) : QString());
    }
  }
  return found;
}

QStringList unreached(QWidget& root) {
  QSet<const QWidget*> reached;
  QWidget* at = &root;
  do {
    reached << at;
    at = at->nextInFocusChain();
  } while (at != &root && !reached.contains(at));
  QStringList missed;
  for (const QWidget* widget : visible(root)) {
    if (widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0 && !reached.contains(widget)) {
      missed << nameOf(*widget);
    }
  }
  return missed;
}

} // namespace screen
