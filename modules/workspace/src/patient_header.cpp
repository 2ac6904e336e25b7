#include <facet/core/units.h>
#include <facet/workspace/clinical_texts.h>
#include <facet/workspace/patient_header.h>

#include <QStringList>

#include <algorithm>

namespace facet::workspace {

using namespace clinical;

namespace {

const QString kDot = QStringLiteral(" · ");

QString fromStd(std::string_view text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

HeaderFact missing(QString label, QString word) {
  return {std::move(label), std::move(word), {}, Presence::Missing};
}

HeaderFact sexAndAge(const Patient& patient, const Texts& texts) {
  const Person& person = patient.record.person;
  HeaderFact fact{texts.say(FACET_TEXT("workspace", "Sex, age")), sexLetter(texts, person.sex), {}};
  const Day until = person.death ? std::min(person.death->earliest(), patient.dataDay) : patient.dataDay;
  const std::optional<AgeRange> years = ageAt(person.birth, until);
  const QString age =
      years ? texts.say(FACET_TEXT("workspace", "%1 y").with(ageNumber(*years).toStdString())) : QString();
  const QString sex = fact.value;
  if (person.deceased && !person.death) {
    fact.value = texts.say(FACET_TEXT("workspace", "%1, died").with(sex.toStdString()));
  } else if (person.death) {
    const std::string year = std::to_string(person.death->year());
    fact.value =
        age.isEmpty()
            ? texts.say(FACET_TEXT("workspace", "%1, died %2").with(sex.toStdString(), year))
            : texts.say(FACET_TEXT("workspace", "%1, died %2 at %3").with(sex.toStdString(), year, age.toStdString()));
  } else if (age.isEmpty()) {
    fact.value = texts.say(FACET_TEXT("workspace", "%1, age not known").with(sex.toStdString()));
  } else {
    fact.value = sex + QLatin1String(", ") + age;
    fact.hint = texts.say(
        FACET_TEXT("workspace", "Age on %1, the day of the data").with(texts.date(patient.dataDay).toStdString()));
  }
  return fact;
}

HeaderFact phenotype(const Patient& patient, const Texts& texts) {
  const QString label = texts.say(FACET_TEXT("workspace", "Phenotype"));
  if (patient.record.phases.empty()) {
    return missing(label, texts.say(FACET_TEXT("workspace", "not recorded")));
  }
  const Phase& last = patient.record.phases.back();
  HeaderFact fact{label, {}, courseLongName(texts, last.course)};
  fact.value = texts.say(FACET_TEXT("workspace", "%1 since %2")
                             .with(courseName(texts, last.course).toStdString(), std::to_string(last.start.year())));
  return fact;
}

HeaderFact onset(const Patient& patient, const Texts& texts) {
  const QString label = texts.say(FACET_TEXT("workspace", "Onset"));
  const auto& recorded = patient.record.onset;
  if (!recorded || !recorded->onset) {
    return missing(label, texts.say(FACET_TEXT("workspace", "not recorded")));
  }
  HeaderFact fact{label, texts.month(*recorded->onset), {}};
  fact.value += kDot + texts.duration(recorded->onset->earliest(), patient.dataDay);
  if (recorded->diagnosis) {
    fact.hint = texts.say(FACET_TEXT("workspace", "Diagnosed %1").with(texts.date(*recorded->diagnosis).toStdString()));
  }
  return fact;
}

HeaderFact treatment(const Patient& patient, const Texts& texts) {
  const QString label = texts.say(FACET_TEXT("workspace", "Treatment"));
  QStringList current;
  QStringList hints;
  const Treatment* lastStopped = nullptr;
  for (const Treatment& t : patient.record.treatments) {
    if (t.start.earliest() > patient.dataDay) {
      continue;
    }
    if (!t.stop || t.stop->latest() > patient.dataDay) {
      const QString name = drugName(texts, t);
      current << name + kDot + texts.duration(t.start.earliest(), patient.dataDay);
      hints << texts.say(
          FACET_TEXT("workspace", "%1 since %2").with(name.toStdString(), texts.date(t.start).toStdString()));
    } else if (lastStopped == nullptr || t.stop->latest() > lastStopped->stop->latest()) {
      lastStopped = &t;
    }
  }
  if (!current.isEmpty()) {
    return {label, current.join(QLatin1String(", ")), hints.join(QLatin1Char('\n'))};
  }
  if (lastStopped == nullptr) {
    return {label, texts.say(FACET_TEXT("workspace", "none so far")), {}};
  }
  HeaderFact fact{label, {}, {}};
  fact.value = texts.say(FACET_TEXT("workspace", "none since %1").with(texts.month(*lastStopped->stop).toStdString()));
  fact.hint =
      texts.say(FACET_TEXT("workspace", "%1 stopped on %2")
                    .with(drugName(texts, *lastStopped).toStdString(), texts.date(*lastStopped->stop).toStdString()));
  return fact;
}

HeaderFact edss(const Patient& patient, const Texts& texts) {
  const QString label = texts.say(FACET_TEXT("workspace", "EDSS"));
  const auto& visits = patient.record.visits;
  const auto last = std::find_if(visits.rbegin(), visits.rend(), [](const Visit& v) { return v.edss.has_value(); });
  if (last == visits.rend()) {
    return missing(label, texts.say(FACET_TEXT("workspace", "not recorded")));
  }
  HeaderFact fact{label, edssText(texts, *last->edss) + kDot + texts.date(last->date), {}};
  if (last->mode == ExaminationMode::Telephone) {
    fact.hint = texts.say(FACET_TEXT("workspace", "Asked by telephone"));
  } else if (last->mode == ExaminationMode::SelfReported) {
    fact.hint = texts.say(FACET_TEXT("workspace", "Reported by the patient"));
  }
  return fact;
}

template <class Is>
HeaderFact lastMri(const Patient& patient, const Texts& texts, QString label, Is isRegion) {
  const auto& exams = patient.record.exams;
  const auto last = std::find_if(exams.rbegin(), exams.rend(), [&](const MriExam& exam) {
    return std::any_of(exam.regions.begin(), exam.regions.end(), isRegion);
  });
  if (last == exams.rend()) {
    return missing(std::move(label), texts.say(FACET_TEXT("workspace", "none")));
  }
  HeaderFact fact{std::move(label), texts.date(last->date), fromStd(last->scanner)};
  if (last->fieldTesla) {
    fact.hint += (fact.hint.isEmpty() ? QString() : kDot) + texts.number(*last->fieldTesla, 1) + QLatin1String(" T");
  }
  return fact;
}

HeaderFact neurofilament(const Patient& patient, const Texts& texts) {
  const QString label = texts.say(FACET_TEXT("workspace", "sNfL"));
  const auto& all = patient.record.measurements;
  const auto last = std::find_if(all.rbegin(), all.rend(), [](const Measurement& m) { return m.code == "snfl"; });
  if (last == all.rend()) {
    return missing(label, texts.say(FACET_TEXT("workspace", "not measured")));
  }
  HeaderFact fact{label, texts.number(last->value, 1) + QLatin1Char(' ') + fromStd(unitSymbol(last->unit)), {}};
  fact.value += kDot + texts.month(last->date);
  fact.hint = last->method.empty() ? texts.say(FACET_TEXT("workspace", "Assay not recorded")) : fromStd(last->method);
  return fact;
}

} // namespace

std::optional<AgeRange> ageAt(const std::optional<PartialDate>& birth, Day day) {
  if (!birth || birth->earliest() > day) {
    return std::nullopt;
  }
  return AgeRange{std::max(0, completedYears(birth->latest(), day)), completedYears(birth->earliest(), day)};
}

QString ageNumber(const AgeRange& age) {
  const QString most = QString::number(age.most);
  return age.least == age.most ? most : QString::number(age.least) + QChar(0x2013) + most;
}

std::vector<HeaderFact> headerFacts(const Patient& patient, const Texts& texts) {
  std::vector<HeaderFact> facts{sexAndAge(patient, texts)};
  const bool control = patient.record.person.kind == PersonKind::Control;
  if (control) {
    facts.push_back(
        {texts.say(FACET_TEXT("workspace", "Group")), texts.say(FACET_TEXT("workspace", "healthy control")), {}});
  } else {
    facts.push_back(phenotype(patient, texts));
    facts.push_back(onset(patient, texts));
    facts.push_back(treatment(patient, texts));
    facts.push_back(edss(patient, texts));
  }
  facts.push_back(lastMri(patient, texts, texts.say(FACET_TEXT("workspace", "Last MRI")),
                          [](const std::string& region) { return region == "brain"; }));
  if (!control) {
    facts.push_back(lastMri(patient, texts, texts.say(FACET_TEXT("workspace", "Last cord MRI")),
                            [](const std::string& region) { return region.ends_with("cord"); }));
  }
  facts.push_back(neurofilament(patient, texts));
  return facts;
}

} // namespace facet::workspace
