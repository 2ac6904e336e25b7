#include <facet/workspace/digits.h>
#include <facet/workspace/status_mark.h>
#include <facet/workspace/theme.h>

#include <QtTest>

#include <cmath>
#include <set>

using namespace facet::workspace;

namespace {

/// Relative luminance. Source: WCAG 2.1, definition of relative luminance.
double luminance(const QColor& color) {
  const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Source: WCAG 2.1, definition of contrast ratio.
double contrast(const QColor& a, const QColor& b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestTheme : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void textIsReadable_data() {
    QTest::addColumn<Token>("ink");
    QTest::addColumn<Token>("paper");
    const auto add = [](const char* name, std::initializer_list<Token> inks, std::initializer_list<Token> papers) {
      for (const Token ink : inks) {
        for (const Token paper : papers) {
          QTest::addRow("%s %d on %d", name, static_cast<int>(ink), static_cast<int>(paper)) << ink << paper;
        }
      }
    };
    add("text", {Token::Text, Token::TextSecondary},
        {Token::Window, Token::Panel, Token::Raised, Token::Hover, Token::Selection});
    add("status",
        {Token::Accent, Token::Relapse, Token::Threshold, Token::Modest, Token::Good, Token::Pira, Token::Stable},
        {Token::Window, Token::Panel});
    add("on accent", {Token::OnAccent}, {Token::Accent});
    add("on images", {Token::Orientation, Token::OnViewport}, {Token::Viewport});
  }
  void textIsReadable() {
    QFETCH(Token, ink);
    QFETCH(Token, paper);
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
      const Theme theme(mode);
      const double ratio = contrast(theme.color(ink), theme.color(paper));
      // Source: WCAG 2.1, success criterion 1.4.3.
      QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 in mode %2").arg(ratio).arg(static_cast<int>(mode))));
    }
  }

  void hasTheColoursOfTheDesign() {
    const Theme dark(ThemeMode::Dark);
    QCOMPARE(dark.color(Token::Window).name(), QStringLiteral("#0e1114"));
    QCOMPARE(dark.color(Token::Stable).name(), QStringLiteral("#8f9ba6"));
    QCOMPARE(dark.color(Token::Relapse, ThemeMode::Light).name(), QStringLiteral("#a34700"));
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
      QCOMPARE(dark.color(Token::Viewport, mode), QColor(Qt::black));
    }
    QCOMPARE(dark.size(Size::Rail), 64);
    QCOMPARE(dark.size(Size::Row), 28);
    QCOMPARE(dark.grid(3), 12);
  }

  void changesMode() {
    Theme theme(ThemeMode::Dark);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setMode(ThemeMode::Dark);
    QVERIFY(changed.isEmpty());
    theme.setMode(ThemeMode::Light);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(theme.color(Token::Panel), QColor(Qt::white));
  }

  void fontsHaveTheirSizes() {
    const Theme theme(ThemeMode::Dark);
    const double dpi = QGuiApplication::primaryScreen()->logicalDotsPerInchY();
    const auto pixels = [&](TypeSize size) { return theme.font(size).pointSizeF() * dpi / 72; };
    QVERIFY(std::abs(pixels(TypeSize::Base) - 13) < 1e-6);
    QVERIFY(std::abs(pixels(TypeSize::Dense) - 11.5) < 1e-6);
    QCOMPARE(theme.font(TypeSize::Title, TypeWeight::Strong).weight(), QFont::DemiBold);
  }

  void digitsHaveOneWidth() {
    const QFontMetricsF metrics(Theme(ThemeMode::Dark).font());
    const double width = digitTextWidth(metrics, QStringLiteral("11,111"));
    QVERIFY(std::abs(width - digitTextWidth(metrics, QStringLiteral("80,469"))) < 1e-9);
    QCOMPARE(digitTextWidth(metrics, QString()), 0.0);
    QCOMPARE(digitTextWidth(metrics, QStringLiteral("abc")), metrics.horizontalAdvance(QStringLiteral("abc")));
  }

  void digitsStandUnderOneAnother() {
    // The last column of ink of "1.7" and "7.7" is the same when both are set from the right.
    const auto right = [](const QString& text) {
      QImage image(80, 24, QImage::Format_ARGB32_Premultiplied);
      image.fill(Qt::white);
      QPainter painter(&image);
      painter.setFont(Theme(ThemeMode::Dark).font());
      drawDigitText(painter, image.rect(), Qt::AlignRight | Qt::AlignVCenter, text);
      painter.end();
      for (int x = image.width() - 1; x >= 0; --x) {
        for (int y = 0; y < image.height(); ++y) {
          if (qGray(image.pixel(x, y)) < 128) {
            return x;
          }
        }
      }
      return -1;
    };
    QCOMPARE(right(QStringLiteral("1.7")), right(QStringLiteral("8.7")));
    QVERIFY(right(QStringLiteral("1.7")) > 60);
  }

  void statesDifferByShapeAndWordAndInGrey() {
    const Theme theme(ThemeMode::Dark);
    std::set<std::string> words;
    std::set<QByteArray> shapes;
    for (const LesionStatus status :
         {LesionStatus::New, LesionStatus::Enlarging, LesionStatus::Stable, LesionStatus::Shrinking,
          LesionStatus::NoLongerVisible, LesionStatus::WithinError}) {
      words.insert(markOf(status).word.english());
      QImage image(16, 16, QImage::Format_Grayscale8);
      image.fill(Qt::black);
      QPainter painter(&image);
      drawStatusShape(painter, image.rect(), status, theme);
      painter.end();
      // Only the shape: every pixel that is not background counts the same.
      QByteArray shape;
      for (int y = 0; y < 16; ++y) {
        for (int x = 0; x < 16; ++x) {
          shape += qGray(image.pixel(x, y)) > 40 ? '#' : '.';
        }
      }
      QVERIFY(shape.contains('#'));
      shapes.insert(shape);
    }
    QCOMPARE(words.size(), 6U);
    QCOMPARE(shapes.size(), 6U);
  }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
