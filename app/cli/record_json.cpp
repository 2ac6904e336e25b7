#include "record_json.h"

#include <facet/clinical/codes.h>
#include <facet/imaging/image_io.h>

#include <nlohmann/json.hpp>

namespace facet::cli {
namespace {

using namespace clinical;
using json = nlohmann::ordered_json;

json value(const std::string& text) {
  return text.empty() ? json() : json(text);
}
json value(Day day) {
  return toIso(day);
}
json value(const PartialDate& date) {
  return date.toIso();
}
json value(Edss edss) {
  return edss.value();
}
json value(bool truth) {
  return truth;
}
json value(int number) {
  return number;
}
json value(double number) {
  return number;
}
template <class T>
json value(const std::optional<T>& maybe) {
  return maybe ? value(*maybe) : json();
}

template <class T, class F>
json list(const std::vector<T>& all, F each) {
  json array = json::array();
  for (const T& one : all) {
    array.push_back(each(one));
  }
  return array;
}

json ofVisit(const Visit& visit) {
  json systems = json::object();
  for (std::size_t i = 0; i < kFunctionalSystems; ++i) {
    const auto system = static_cast<FunctionalSystem>(i);
    systems[std::string(codeOf(system))] = value(visit.systems[system]);
  }
  return {{"id", visit.id},
          {"date", value(visit.date)},
          {"occasion", codeOf(visit.occasion)},
          {"mode", codeOf(visit.mode)},
          {"rater", value(visit.rater)},
          {"edss", value(visit.edss)},
          {"functional_systems", systems},
          {"ambulation", value(visit.systems.ambulation)}};
}

json ofRelapse(const Relapse& relapse) {
  return {{"id", relapse.id},
          {"onset", value(relapse.onset)},
          {"end", value(relapse.end)},
          {"severity", codeOf(relapse.severity)},
          {"certainty", codeOf(relapse.certainty)},
          {"recovery", codeOf(relapse.recovery)},
          {"steroids", value(relapse.steroids)},
          {"systems", list(relapse.systems, [](FunctionalSystem system) { return json(codeOf(system)); })}};
}

json ofTreatment(const Treatment& treatment) {
  return {{"id", treatment.id},
          {"atc", value(treatment.atc)},
          {"name", treatment.name},
          {"start", value(treatment.start)},
          {"stop", value(treatment.stop)},
          {"stop_reason", value(treatment.stopReason)},
          {"dose", value(treatment.dose)}};
}

json ofExam(const MriExam& exam) {
  return {{"id", exam.id},
          {"date", value(exam.date)},
          {"session", value(exam.bidsSession)},
          {"regions", exam.regions},
          {"scanner", value(exam.scanner)},
          {"field_tesla", value(exam.fieldTesla)},
          {"contrast", codeOf(exam.contrast)},
          {"comparator", value(exam.comparatorId)},
          {"new_t2", value(exam.newT2)},
          {"enlarging_t2", value(exam.enlargingT2)},
          {"enhancing", value(exam.enhancing)}};
}

json ofMap(const Affine3& map) {
  json rows = json::array();
  for (std::size_t row = 0; row < 3; ++row) {
    const auto& matrix = map.matrix[row];
    rows.push_back({matrix[0], matrix[1], matrix[2], map.offset[row]});
  }
  return rows;
}

std::string_view nameOf(storage::ImageRole role) {
  switch (role) {
  case storage::ImageRole::Image:
    return "image";
  case storage::ImageRole::LesionMask:
    return "lesion-mask";
  case storage::ImageRole::BrainMask:
    return "brain-mask";
  case storage::ImageRole::LesionChange:
    return "lesion-change";
  case storage::ImageRole::OtherLabels:
    break;
  }
  return "other-labels";
}

json ofImage(const storage::StoredImage& image) {
  const Vec3 mm = image.grid.spacingMm();
  return {{"session", image.session},
          {"name", image.name},
          {"role", nameOf(image.role)},
          {"sequence", value(image.sequence)},
          {"format", imaging::nameOf(image.format)},
          {"made_by", value(image.madeBy)},
          {"voxel_type", imaging::nameOf(image.voxelType)},
          {"size", {image.grid.size.i, image.grid.size.j, image.grid.size.k}},
          {"spacing_mm", {mm.x, mm.y, mm.z}},
          {"lps_from_ijk", ofMap(image.grid.lpsFromIjk)},
          {"voxels_sha256", image.voxels.toHex()},
          {"original_sha256", image.original ? json(image.original->toHex()) : json()},
          {"origin", image.origin == storage::ImageOrigin::Release ? "release" : "import"},
          {"warnings", list(image.notices, [](const Notice& notice) { return json(describe(notice)); })}};
}

json ofTransform(const storage::StoredTransform& transform) {
  return {{"fixed_voxels_sha256", transform.fixed.toHex()},
          {"moving_voxels_sha256", transform.moving.toHex()},
          {"model", transform.model == storage::TransformModel::Rigid ? "rigid" : "affine"},
          {"moving_from_fixed", ofMap(transform.movingFromFixed)},
          {"method", transform.method},
          {"metric", value(transform.metric)}};
}

} // namespace

std::string recordJson(const workspace::Patient& patient) {
  const PatientRecord& record = patient.record;
  const Person& person = record.person;
  const json document = {{"id", person.id},
                         {"data_day", value(patient.dataDay)},
                         {"kind", codeOf(person.kind)},
                         {"sex", codeOf(person.sex)},
                         {"birth", value(person.birth)},
                         {"deceased", person.deceased},
                         {"death", value(person.death)},
                         {"country", value(person.country)},
                         {"site", value(person.site)},
                         {"cohorts", record.cohorts},
                         {"onset", record.onset ? value(record.onset->onset) : json()},
                         {"diagnosis", record.onset ? value(record.onset->diagnosis) : json()},
                         {"phases", list(record.phases,
                                         [](const Phase& phase) {
                                           return json{{"id", phase.id},
                                                       {"course", codeOf(phase.course)},
                                                       {"start", value(phase.start)},
                                                       {"end", value(phase.end)}};
                                         })},
                         {"visits", list(record.visits, ofVisit)},
                         {"relapses", list(record.relapses, ofRelapse)},
                         {"treatments", list(record.treatments, ofTreatment)},
                         {"administrations", list(record.administrations,
                                                  [](const Administration& dose) {
                                                    return json{{"id", dose.id},
                                                                {"treatment", value(dose.treatmentId)},
                                                                {"atc", value(dose.atc)},
                                                                {"name", value(dose.name)},
                                                                {"date", value(dose.date)},
                                                                {"dose_mg", value(dose.doseMg)}};
                                                  })},
                         {"adverse_events", list(record.adverseEvents,
                                                 [](const AdverseEvent& event) {
                                                   return json{{"id", event.id},
                                                               {"treatment", value(event.treatmentId)},
                                                               {"date", value(event.date)},
                                                               {"term", event.term},
                                                               {"serious", value(event.serious)}};
                                                 })},
                         {"measurements", list(record.measurements,
                                               [](const Measurement& measurement) {
                                                 return json{{"id", measurement.id},
                                                             {"code", measurement.code},
                                                             {"date", value(measurement.date)},
                                                             {"value", measurement.value},
                                                             {"unit", value(measurement.unit)},
                                                             {"method", value(measurement.method)},
                                                             {"batch", value(measurement.batch)}};
                                               })},
                         {"findings", list(record.findings,
                                           [](const Finding& finding) {
                                             return json{{"id", finding.id},
                                                         {"code", finding.code},
                                                         {"date", value(finding.date)},
                                                         {"value", finding.value}};
                                           })},
                         {"pregnancies", list(record.pregnancies,
                                              [](const Pregnancy& pregnancy) {
                                                return json{{"id", pregnancy.id},
                                                            {"conception", value(pregnancy.conception)},
                                                            {"end", value(pregnancy.end)},
                                                            {"outcome", codeOf(pregnancy.outcome)}};
                                              })},
                         {"exams", list(record.exams, ofExam)},
                         {"sessions", list(patient.images.sessions,
                                           [](const storage::StoredSession& session) {
                                             return json{{"label", session.label}, {"date", value(session.date)}};
                                           })},
                         {"images", list(patient.images.images, ofImage)},
                         {"transforms", list(patient.images.transforms, ofTransform)}};
  return document.dump(1, ' ', false, json::error_handler_t::replace);
}

} // namespace facet::cli
