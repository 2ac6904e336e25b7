#include "../support/patients.h"

#include <facet/charts/timeline_painter.h>

#include <QImage>
#include <QtTest>

#include <cmath>

using namespace facet;
using namespace facet::charts;
using namespace facet::clinical::test;
using facet::clinical::ExaminationMode;
using facet::clinical::Occasion;
using facet::clinical::PatientRecord;
using facet::clinical::RelapseCertainty;
using workspace::ThemeMode;
using workspace::Token;

namespace {

/// A record drawn from end to end on a picture.
class Drawing {
public:
  explicit Drawing(PatientRecord record, ThemeMode mode = ThemeMode::Light, double scale = 1,
                   QSize size = QSize(1000, 800))
      : m_theme(mode)
      , m_style(m_theme, mode, 96)
      , model(std::make_shared<const PatientRecord>(std::move(record)), day("2026-11-14"))
      , painter(model, m_style, *workspace::Texts::inLanguage(QStringLiteral("en")))
      , image(size * scale, QImage::Format_RGB32) {
    image.setDevicePixelRatio(scale);
    image.fill(Qt::magenta);
    const TimeWindow window(model.extent());
    view.first = window.first();
    view.last = window.last();
    painter.setPaper(QRectF(QPointF(0, 0), QSizeF(size)));
    draw();
  }

  void draw() {
    QPainter on(&image);
    painter.paint(on, view);
  }

  [[nodiscard]] double x(const char* iso) const { return painter.scaleFor(view).x(day(iso)); }
  [[nodiscard]] QColor at(double px, double py) const {
    const double scale = image.devicePixelRatio();
    return image.pixelColor(static_cast<int>(px * scale), static_cast<int>(py * scale));
  }
  [[nodiscard]] QColor token(Token token) const { return m_style.color(token); }
  [[nodiscard]] QRectF mark(EventKind kind, std::size_t index) const {
    return painter.markOf(*model.find(kind, index));
  }

private:
  workspace::Theme m_theme;
  ChartStyle m_style;

public:
  TimelineModel model;
  TimelinePainter painter;
  TimelineView view;
  QImage image;
};

bool isNear(const QColor& a, const QColor& b, int tolerance = 30) {
  return std::abs(a.red() - b.red()) <= tolerance && std::abs(a.green() - b.green()) <= tolerance &&
         std::abs(a.blue() - b.blue()) <= tolerance;
}

/// CIE 1976 lightness of a colour, as on a greyscale print.
double lightness(const QColor& color) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  const double y = 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
  return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

struct Texture {
  double mean = 0;
  double deviation = 0;
};

Texture textureOf(const Drawing& drawing, const QRectF& box) {
  double sum = 0;
  double squares = 0;
  int count = 0;
  for (double y = box.top() + 3; y < box.bottom() - 3; ++y) {
    for (double x = box.left() + 3; x < box.right() - 3; ++x) {
      const double value = lightness(drawing.at(x, y));
      sum += value;
      squares += value * value;
      ++count;
    }
  }
  const double mean = sum / count;
  return {mean, std::sqrt(std::max(0.0, squares / count - mean * mean))};
}

} // namespace

class TestTimelinePainter : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyEventInSightHasAMark() {
    const Drawing drawing(switcher());
    for (std::size_t i = 0; i < drawing.model.events().size(); ++i) {
      if (drawing.model.events()[i].kind == EventKind::Dose) {
        continue;
      }
      const QRectF mark = drawing.painter.markOf(i);
      QVERIFY(!mark.isEmpty());
      QVERIFY(mark.top() > 30 && mark.bottom() < 800);
    }
  }

  void eventsOutOfSightHaveNone() {
    Drawing drawing(switcher());
    drawing.view.first = toNumber(day("2024-01-01"));
    drawing.view.last = toNumber(day("2025-01-01"));
    drawing.draw();
    QVERIFY(drawing.mark(EventKind::Relapse, 0).isEmpty());
    QVERIFY(!drawing.mark(EventKind::Relapse, 6).isEmpty());
  }

  void marksAnswerWithin24Pixels() {
    const Drawing drawing(switcher());
    const auto event = *drawing.model.find(EventKind::Relapse, 2);
    const QPointF middle = drawing.painter.markOf(event).center();
    QCOMPARE(*drawing.painter.eventAt(middle), event);
    QCOMPARE(*drawing.painter.eventAt(middle + QPointF(11, 0)), event);
    QCOMPARE(*drawing.painter.eventAt(middle + QPointF(0, -11)), event);
    QVERIFY(drawing.painter.eventAt(middle + QPointF(14, 0)) != event);
    // An EDSS mark of 8 pixels too.
    const auto visit = *drawing.model.find(EventKind::Visit, 3);
    QCOMPARE(*drawing.painter.eventAt(drawing.painter.markOf(visit).center() + QPointF(11, 3)), visit);
  }

  void edssIsDrawnInSteps() {
    PatientRecord record;
    record.visits = {visit("2020-01-01", 2), visit("2020-12-01", 6)};
    const Drawing drawing(record);
    const QPointF first = drawing.mark(EventKind::Visit, 0).center();
    const QPointF second = drawing.mark(EventKind::Visit, 1).center();
    const double middle = (first.x() + second.x()) / 2;
    QVERIFY(isNear(drawing.at(middle, first.y()), drawing.token(Token::Text)));
    const double between = (first.y() + second.y()) / 2;
    QVERIFY(isNear(drawing.at(second.x(), between), drawing.token(Token::Text), 90) ||
            isNear(drawing.at(second.x() - 1, between), drawing.token(Token::Text), 90));
    QVERIFY(!isNear(drawing.at(middle, (first.y() + second.y()) / 2), drawing.token(Token::Text)));
  }

  void linesBreakAfter18Months() {
    PatientRecord record;
    record.visits = {visit("2020-01-01", 3), visit("2021-07-02", 3), visit("2023-01-02", 3)};
    const Drawing drawing(record); // 548 and 549 days
    const double y = drawing.mark(EventKind::Visit, 0).center().y();
    QVERIFY(isNear(drawing.at(drawing.x("2020-10-01"), y), drawing.token(Token::Text)));
    QVERIFY(!isNear(drawing.at(drawing.x("2022-04-01"), y), drawing.token(Token::Text)));
  }

  void relapseVisitsAreHollow() {
    PatientRecord record;
    record.visits = {visit("2020-01-01", 2), visit("2020-06-01", 3, Occasion::Relapse),
                     visit("2020-12-01", 4, Occasion::Unscheduled)};
    const Drawing drawing(record);
    const auto colour = [&](std::size_t i) {
      const QPointF at = drawing.mark(EventKind::Visit, i).center();
      return drawing.at(at.x(), at.y());
    };
    QVERIFY(isNear(colour(0), drawing.token(Token::Text)));
    QVERIFY(isNear(colour(1), drawing.token(Token::Panel)));
    QVERIFY(isNear(colour(2), drawing.token(Token::Panel)));
  }

  void unexaminedRelapsesAreHollow() {
    PatientRecord record;
    record.relapses = {relapse("2020-01-01"), relapse("2020-06-01", RelapseCertainty::Reported),
                       relapse("2020-12-01", RelapseCertainty::Pseudo)};
    const Drawing drawing(record);
    const auto colour = [&](std::size_t i) {
      const QPointF at = drawing.mark(EventKind::Relapse, i).center();
      return drawing.at(at.x() + (i == 2 ? -2 : 0), at.y() - 3);
    };
    QVERIFY(isNear(colour(0), drawing.token(Token::RelapseArea)));
    QVERIFY(isNear(colour(1), drawing.token(Token::Panel)));
    QVERIFY(isNear(colour(2), drawing.token(Token::Panel)));
  }

  void differentAssaysAreNotJoined() {
    PatientRecord record;
    record.measurements = {measurement("snfl", "2020-01-01", 10, "pg/mL", "Simoa"),
                           measurement("snfl", "2020-06-01", 10, "pg/mL", "Ella"),
                           measurement("snfl", "2020-12-01", 10, "pg/mL", "Ella")};
    const Drawing drawing(record);
    const double y = drawing.mark(EventKind::Measurement, 0).center().y();
    const QColor between = drawing.at(drawing.x("2020-03-20"), y);
    QVERIFY(!isNear(between, drawing.token(Token::Accent)) && !isNear(between, drawing.token(Token::Threshold)));
  }

  void aDateKnownInPartIsARange() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2019", "2022-06-01")};
    record.relapses = {relapse("2020")};
    const Drawing drawing(record);
    const QRectF bar = drawing.mark(EventKind::Treatment, 0);
    QVERIFY(std::abs(bar.left() - drawing.x("2019-01-01")) < 1);
    // Full only from the last day that the start can be; before it an outline.
    QVERIFY(isNear(drawing.at(drawing.x("2020-01-20"), bar.top() + 2), drawing.token(Token::ModestArea)));
    QVERIFY(isNear(drawing.at(drawing.x("2019-07-01"), bar.center().y()), drawing.token(Token::Panel)));
    // A relapse of a year stands in the middle of it.
    QVERIFY(std::abs(drawing.mark(EventKind::Relapse, 0).center().x() - drawing.x("2020-07-01")) < 2);
  }

  void anOpenEndIsAnArrow() {
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2019-01-01")};
    record.visits = {visit("2022-01-01", 2)};
    const Drawing drawing(record);
    const QRectF bar = drawing.mark(EventKind::Treatment, 0);
    QVERIFY(isNear(drawing.at(drawing.x("2022-01-01") + 4, bar.center().y()), drawing.token(Token::ModestArea)));
  }

  void crowdedScansKeepTheirOwnStroke() {
    const Drawing drawing(busy(1000));
    QVERIFY(drawing.mark(EventKind::Exam, 50).width() < 10);
    const Drawing few(switcher());
    QCOMPARE(few.mark(EventKind::Exam, 1).width(), 40.0);
  }

  void lowestGradeIsNotTheSameAsNotExamined() {
    PatientRecord record;
    record.visits = {visit("2020-01-01", 1), visit("2020-09-01", 1)};
    record.visits[0].systems = systems({0, 1, 2, 3, 4, 5, 3});
    record.visits[1].systems = systems({0, 1, 2, 3, 4, 5, 3});
    record.visits[0].systems.grades[6].reset();
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      const Drawing drawing(record, mode);
      const double x = drawing.x("2020-05-01");
      double top = 0;
      for (double y = 100; y < 400; ++y) {
        if (drawing.at(x, y) != drawing.token(Token::Panel) && drawing.at(x + 3, y) == drawing.at(x, y) &&
            drawing.at(x, y + 6) == drawing.at(x, y)) {
          top = y;
          break;
        }
      }
      std::vector<double> light;
      for (int system = 0; system < 7; ++system) {
        light.push_back(lightness(drawing.at(x, top + 4 + 12 * system)));
      }
      const double panel = lightness(drawing.token(Token::Panel));
      QVERIFY(std::abs(light[0] - panel) > 1);
      QVERIFY(std::abs(light[6] - panel) < 0.5);
      for (std::size_t grade = 1; grade < 6; ++grade) {
        // Each grade is further from the paper than the one before, in grey too.
        QVERIFY(std::abs(light[grade] - panel) > std::abs(light[grade - 1] - panel) + 3);
      }
    }
  }

  void treatmentsStayApartInGrey_data() {
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
  }
  void treatmentsStayApartInGrey() {
    QFETCH(bool, dark);
    PatientRecord record;
    record.treatments = {treatment("teriflunomide", "2000-01-01", "2008-01-01"),
                         treatment("ocrelizumab", "2008-01-01", "2016-01-01"),
                         treatment("azathioprine", "2016-01-01", "2024-01-01")};
    const Drawing drawing(record, dark ? ThemeMode::Dark : ThemeMode::Light);
    std::vector<Texture> textures;
    for (std::size_t i = 0; i < 3; ++i) {
      const QRectF bar = drawing.mark(EventKind::Treatment, i);
      textures.push_back(textureOf(drawing, bar.adjusted(bar.width() * 0.6, 0, 0, 0)));
    }
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        const bool byLightness = std::abs(textures[i].mean - textures[k].mean) >= 20;
        const bool byPattern = std::abs(textures[i].deviation - textures[k].deviation) >= 3;
        QVERIFY2(byLightness || byPattern, qPrintable(QStringLiteral("%1 ± %2, %3 ± %4")
                                                          .arg(textures[i].mean)
                                                          .arg(textures[i].deviation)
                                                          .arg(textures[k].mean)
                                                          .arg(textures[k].deviation)));
      }
    }
    // Hatched, plain, dotted.
    QVERIFY(textures[0].deviation < 0.5);
    QVERIFY(textures[1].deviation > 3);
  }

  void twiceTheScaleIsTheSamePlace() {
    const Drawing once(switcher());
    const Drawing twice(switcher(), ThemeMode::Light, 2);
    for (std::size_t i = 0; i < once.model.events().size(); ++i) {
      QCOMPARE(once.painter.markOf(i), twice.painter.markOf(i));
    }
  }

  void nothingIsLeftUnpainted() {
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
      const Drawing drawing(switcher(), mode, 1, QSize(900, 2000));
      const double bottom = drawing.painter.mostHeight();
      for (double y = 1; y < bottom - 1; y += 7) {
        for (double x = 1; x < 900; x += 13) {
          QVERIFY(drawing.at(x, y) != QColor(Qt::magenta));
        }
      }
    }
  }

  void legendTellsWhatIsThere() {
    const auto heightOf = [](const PatientRecord& record) {
      const Drawing drawing(record);
      QImage paper(400, 400, QImage::Format_RGB32);
      QPainter on(&paper);
      const double painted = drawing.painter.paintLegend(on, QRectF(0, 0, 400, 400));
      return painted == drawing.painter.legendHeight(400, &paper) ? painted : -1;
    };
    QVERIFY(heightOf(newcomer()) > 0);
    QVERIFY(heightOf(switcher()) > heightOf(newcomer()));
    QCOMPARE(heightOf({}), 0.0);
  }

  void datesFarAwayDoNotBreakTheDrawing() {
    PatientRecord record = switcher();
    record.treatments.push_back(treatment("teriflunomide", "0001", "9999"));
    record.relapses.push_back(relapse("9999-12-31"));
    Drawing drawing(record);
    drawing.view.first = toNumber(day("2024-01-01"));
    drawing.view.last = toNumber(day("2024-01-11"));
    drawing.draw();
    QVERIFY(!drawing.mark(EventKind::Treatment, 0).isEmpty());
  }
};

QTEST_MAIN(TestTimelinePainter)
#include "tst_timeline_painter.moc"
