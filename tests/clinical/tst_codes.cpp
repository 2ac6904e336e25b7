#include <facet/clinical/codes.h>

#include <QtTest>

#include <set>

using namespace facet::clinical;

namespace {
template <class Enum>
void roundTrip(std::initializer_list<Enum> values) {
  std::set<std::string_view> seen;
  for (const Enum value : values) {
    const auto back = fromCode<Enum>(codeOf(value));
    QVERIFY(back.has_value());
    QCOMPARE(static_cast<int>(*back), static_cast<int>(value));
    QVERIFY(seen.insert(codeOf(value)).second);
  }
  QVERIFY(!fromCode<Enum>("").has_value());
  QVERIFY(!fromCode<Enum>("nonsense").has_value());
}
} // namespace

class TestCodes : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyValueHasItsOwnCode() {
    using F = FunctionalSystem;
    roundTrip({F::Pyramidal, F::Cerebellar, F::Brainstem, F::Sensory, F::BowelBladder, F::Visual, F::Cerebral});
    roundTrip({Sex::Female, Sex::Male, Sex::Other, Sex::Unknown});
    roundTrip({PersonKind::Patient, PersonKind::Control});
    roundTrip({Course::RadiologicallyIsolated, Course::ClinicallyIsolated, Course::RelapsingRemitting,
               Course::SecondaryProgressive, Course::PrimaryProgressive, Course::Unknown});
    roundTrip({Occasion::Scheduled, Occasion::Relapse, Occasion::Unscheduled, Occasion::Unknown});
    roundTrip({ExaminationMode::Examined, ExaminationMode::Telephone, ExaminationMode::SelfReported,
               ExaminationMode::Unknown});
    roundTrip({RelapseSeverity::Mild, RelapseSeverity::Moderate, RelapseSeverity::Severe, RelapseSeverity::Unknown});
    roundTrip({RelapseCertainty::Reported, RelapseCertainty::Examined, RelapseCertainty::Confirmed,
               RelapseCertainty::Pseudo, RelapseCertainty::Unknown});
    roundTrip({Recovery::Complete, Recovery::Partial, Recovery::None, Recovery::Unknown});
    roundTrip({PregnancyOutcome::LiveBirth, PregnancyOutcome::Loss, PregnancyOutcome::Termination,
               PregnancyOutcome::Ongoing, PregnancyOutcome::Unknown});
    roundTrip({ContrastGiven::Yes, ContrastGiven::No, ContrastGiven::Unknown});
  }

  void spellsThemAsPublished() {
    QCOMPARE(codeOf(Course::RelapsingRemitting), std::string_view("rrms"));
    QCOMPARE(codeOf(FunctionalSystem::BowelBladder), std::string_view("bowel-bladder"));
    QCOMPARE(codeOf(ExaminationMode::Telephone), std::string_view("telephone"));
  }
};

QTEST_APPLESS_MAIN(TestCodes)
#include "tst_codes.moc"
