#include "../support/patients.h"

#include <facet/charts/edss_multiples.h>

#include <QImage>
#include <QPicture>
#include <QtTest>

using namespace facet;
using namespace facet::charts;
using namespace facet::clinical;
using namespace facet::clinical::test;
using workspace::ThemeMode;
using workspace::Token;

namespace {

class Drawing {
public:
  explicit Drawing(PatientRecord of, double width = 900, ThemeMode mode = ThemeMode::Light, double scale = 1)
      : m_theme(mode)
      , m_style(m_theme, mode, 96)
      , record(std::move(of))
      , response(workspace::responseOf(record, day("2026-11-14")))
      , multiples(record, response, m_style, *workspace::Texts::inLanguage(QStringLiteral("en")))
      , image(QSizeF(width * scale, std::max(1.0, multiples.heightFor(width)) * scale).toSize(), QImage::Format_RGB32) {
    image.setDevicePixelRatio(scale);
    image.fill(m_style.color(Token::Panel));
    multiples.setPaper(QRectF(0, 0, width, multiples.heightFor(width)));
  }
  void draw(const MultiplesView& view = {}) {
    QPainter painter(&image);
    multiples.paint(painter, view);
  }
  [[nodiscard]] QColor token(Token token) const { return m_style.color(token); }

private:
  workspace::Theme m_theme;
  ChartStyle m_style;

public:
  PatientRecord record;
  workspace::Response response;
  EdssMultiples multiples;
  QImage image;
};

PatientRecord manyTreatments() {
  PatientRecord record = switcher();
  record.treatments.clear();
  for (int i = 0; i < 40; ++i) {
    const int year = 2000 + i / 2;
    const std::string start = std::to_string(year) + (i % 2 == 0 ? "-01-10" : "-07-10");
    const std::string stop = std::to_string(year) + (i % 2 == 0 ? "-06-01" : "-12-20");
    record.treatments.push_back(
        treatment(i % 2 == 0 ? "interferon beta-1a" : "trial drug", start.c_str(), stop.c_str()));
  }
  return record;
}

} // namespace

class TestEdssMultiples : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void onePanelASegmentWithinThePaper_data() {
    QTest::addColumn<int>("patient");
    QTest::addColumn<double>("width");
    for (int patient = 0; patient < 4; ++patient) {
      for (const double width : {360.0, 700.0, 1400.0}) {
        QTest::addRow("patient %d on %g px", patient, width) << patient << width;
      }
    }
  }
  void onePanelASegmentWithinThePaper() {
    QFETCH(int, patient);
    QFETCH(double, width);
    Drawing drawing(patient == 0   ? switcher()
                    : patient == 1 ? veteran()
                    : patient == 2 ? busy(200)
                                   : manyTreatments(),
                    width);
    std::vector<QRectF> boxes;
    for (std::size_t i = 0; i < drawing.response.segments.size(); ++i) {
      const QRectF box = drawing.multiples.boxOf(i);
      QVERIFY(!box.isEmpty());
      QVERIFY(box.left() >= 0 && box.right() <= width + 0.5 && box.bottom() <= drawing.multiples.heightFor(width));
      for (const QRectF& other : boxes) {
        QVERIFY(!box.intersects(other));
      }
      boxes.push_back(box);
      QCOMPARE(*drawing.multiples.segmentAt(box.center()), i);
    }
    drawing.draw({0, day("2024-11-26")});
  }

  // A year is as wide under one drug as under another.
  void oneScaleForAll() {
    Drawing drawing(switcher(), 1200);
    std::optional<double> perDay;
    for (std::size_t i = 0; i < drawing.response.segments.size(); ++i) {
      const QRectF box = drawing.multiples.boxOf(i);
      std::optional<Day> first;
      double firstX = 0;
      std::optional<Day> last;
      double lastX = 0;
      for (double x = box.left(); x < box.right(); x += 0.25) {
        if (const auto at = drawing.multiples.dayAt(i, {x, box.center().y()})) {
          if (!first) {
            first = at;
            firstX = x;
          }
          last = at;
          lastX = x;
        }
      }
      QVERIFY(first && last && *last > *first);
      const double own = (lastX - firstX) / static_cast<double>((*last - *first).count());
      perDay = perDay.value_or(own);
      QVERIFY(std::abs(own / *perDay - 1) < 0.02);
    }
  }

  void nothingToDraw() {
    QCOMPARE(Drawing(newcomer()).multiples.heightFor(800), 0.0);
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2021-05-01", "2020-05-01")};
    Drawing drawing(record);
    QVERIFY(drawing.multiples.boxOf(0).isEmpty());
    drawing.draw({0, day("2020-08-01")});
    record.treatments = {treatment("teriflunomide", "2019", "2020")};
    Drawing withoutEdss(record);
    withoutEdss.draw({0, {}});
    QVERIFY(!withoutEdss.multiples.boxOf(0).isEmpty());
  }

  void theSelectedOneStandsOut() {
    Drawing drawing(switcher());
    drawing.draw({2, {}});
    const auto corner = [&](std::size_t segment) {
      const QPointF at = drawing.multiples.boxOf(segment).bottomRight() - QPointF(4, 4);
      return drawing.image.pixelColor(at.toPoint());
    };
    QCOMPARE(corner(2), drawing.token(Token::Selection));
    QCOMPARE(corner(0), drawing.token(Token::Panel));
  }

  void drawsInBothThemesAndOnPaper() {
    for (const ThemeMode mode : {ThemeMode::Dark, ThemeMode::Light}) {
      Drawing drawing(switcher(), 900, mode, 2);
      drawing.draw({0, day("2020-05-02")});
      drawing.image.save(QStringLiteral("multiples-%1.png").arg(static_cast<int>(mode)));
    }
    Drawing drawing(switcher());
    QPicture picture;
    QPainter painter(&picture);
    drawing.multiples.paint(painter, {});
    painter.end();
    QVERIFY(picture.size() > 1000);
  }
};

QTEST_MAIN(TestEdssMultiples)
#include "tst_edss_multiples.moc"
