#include "bids_files.h"

#include <facet/core/files.h>
#include <facet/imaging/dicom.h>
#include <facet/imaging/image_io.h>

#include <nlohmann/json.hpp>

#include <cmath>

namespace facet::synthetic {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Times of a sequence, as sites use them. Units: s, degrees.
struct Sequence {
  const char* suffix;
  const char* protocol3d;
  const char* protocol2d;
  double echo3d, repetition3d, inversion3d, flip3d;
  double echo2d, repetition2d, inversion2d, flip2d;
};
constexpr std::array<Sequence, 3> kSequences = {
    {{"T1w", "t1_mprage_sag", "t1_se_tra", 0.00226, 2.3, 0.9, 8, 0.0089, 0.6, 0, 90},
     {"T2w", "t2_space_sag", "t2_tse_tra", 0.408, 3.2, 0, 120, 0.1, 4.5, 0, 150},
     {"FLAIR", "t2_space_flair_sag", "t2_tirm_flair_tra", 0.388, 5.0, 1.8, 120, 0.12, 9.0, 2.5, 150}}};

const Sequence& sequenceOf(Channel channel) {
  return kSequences[channel == Channel::T1wEnhanced ? 0 : static_cast<std::size_t>(channel)];
}

std::string prefixOf(const SessionFiles& files) {
  return "sub-" + files.patient.subject + "_ses-" + files.scan.session;
}

fs::path sessionFolder(const SessionFiles& files) {
  return fs::path("sub-" + files.patient.subject) / ("ses-" + files.scan.session);
}

Result<void> makeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    return systemError(folder, error.value());
  }
  return {};
}

Result<void> writeText(const fs::path& path, const std::string& text) {
  if (const auto made = makeFolder(path.parent_path()); !made) {
    return made;
  }
  return writeFileAtomically(path, text);
}

Result<void> writeJson(const fs::path& path, const Json& json) {
  return writeText(path, json.dump(2) + "\n");
}

std::string decimal(double value, int digits) {
  const double unit = std::pow(10, digits);
  std::string text = Message("", "%1").with(std::round(value * unit) / unit).english();
  return text;
}

std::string shortName(Channel channel) {
  return channel == Channel::T1wEnhanced ? "ce-gadolinium_T1w" : sequenceOf(channel).suffix;
}

/// Contrasts follow each other in a quarter of an hour, contrast agent last.
std::string timeOf(const SessionFiles& files, Channel channel) {
  constexpr std::array<const char*, kChannels> kMinutes = {"04", "10", "15", "27"};
  const std::size_t hour = 8 + (files.patient.seed + files.scanIndex * 3) % 9;
  return toIso(files.scan.date) + "T" + (hour < 10 ? "0" : "") + std::to_string(hour) + ":" +
         kMinutes[static_cast<std::size_t>(channel)] + ":00";
}

Json sidecarOf(const SessionFiles& files, Channel channel, double sliceThicknessMm) {
  const Sequence& sequence = sequenceOf(channel);
  const bool flat = files.scan.protocol == Protocol::Thick2D;
  Json json;
  json["Modality"] = "MR";
  json["Manufacturer"] = files.scan.scanner.manufacturer;
  json["ManufacturersModelName"] = files.scan.scanner.model;
  json["MagneticFieldStrength"] = files.scan.scanner.fieldTesla;
  json["MRAcquisitionType"] = flat ? "2D" : "3D";
  json["ProtocolName"] = flat ? sequence.protocol2d : sequence.protocol3d;
  json["SliceThickness"] = sliceThicknessMm;
  json["EchoTime"] = flat ? sequence.echo2d : sequence.echo3d;
  json["RepetitionTime"] = flat ? sequence.repetition2d : sequence.repetition3d;
  if (const double inversion = flat ? sequence.inversion2d : sequence.inversion3d; inversion > 0) {
    json["InversionTime"] = inversion;
  }
  json["FlipAngle"] = flat ? sequence.flip2d : sequence.flip3d;
  if (channel == Channel::T1wEnhanced) {
    json["ContrastBolusIngredient"] = "GADOLINIUM";
  }
  json["BodyPart"] = "HEAD";
  json["Synthetic"] = "Computed by Facet: no person was scanned.";
  return json;
}

Result<void> writeDicom(const SessionFiles& files, const imaging::Volume& image, Channel channel,
                        double sliceThicknessMm, Progress& progress) {
  const Sequence& sequence = sequenceOf(channel);
  const bool flat = files.scan.protocol == Protocol::Thick2D;
  const std::string study =
      "facet phantom " + files.patient.subject + " " + std::to_string(files.patient.seed) + " " + files.scan.session;
  imaging::DicomWriteOptions options;
  imaging::SequenceFacts& facts = options.facts;
  facts.modality = "MR";
  facts.studyUid = imaging::uidFor(study);
  facts.seriesUid = imaging::uidFor(study + " " + shortName(channel));
  facts.frameOfReferenceUid = imaging::uidFor(study + " frame");
  facts.studyDate = files.scan.date;
  facts.acquisitionDate = files.scan.date;
  facts.seriesNumber = static_cast<int>(channel) + 2;
  facts.studyDescription = "MRI head";
  facts.protocolName = flat ? sequence.protocol2d : sequence.protocol3d;
  facts.seriesDescription = facts.protocolName + (channel == Channel::T1wEnhanced ? "_post_gd" : "");
  facts.bodyPart = "HEAD";
  facts.acquisitionType = flat ? "2D" : "3D";
  facts.imageType = {"ORIGINAL", "PRIMARY", "M"};
  facts.echoTimeMs = 1000 * (flat ? sequence.echo2d : sequence.echo3d);
  facts.repetitionTimeMs = 1000 * (flat ? sequence.repetition2d : sequence.repetition3d);
  if (const double inversion = flat ? sequence.inversion2d : sequence.inversion3d; inversion > 0) {
    facts.inversionTimeMs = 1000 * inversion;
  }
  facts.flipAngleDegrees = flat ? sequence.flip2d : sequence.flip3d;
  facts.fieldStrengthTesla = files.scan.scanner.fieldTesla;
  facts.sliceThicknessMm = sliceThicknessMm;
  facts.contrastAgent =
      channel == Channel::T1wEnhanced ? imaging::ContrastAgent::Given : imaging::ContrastAgent::NotGiven;
  facts.manufacturer = files.scan.scanner.manufacturer;
  facts.model = files.scan.scanner.model;
  options.identity = {.issuer = "FACET-DEMO",
                      .patientId = files.patient.subject,
                      .name = "DEMO^" + files.patient.subject,
                      .birthDate = {},
                      .sex = files.patient.sex == clinical::Sex::Male     ? "M"
                             : files.patient.sex == clinical::Sex::Female ? "F"
                                                                          : "O",
                      .accession = {}};
  options.institution = "Facet demo";
  const fs::path folder = files.folders.release / "bids" / "sourcedata" / sessionFolder(files) / "dicom" /
                          (prefixOf(files) + "_" + shortName(channel));
  if (const auto made = makeFolder(folder.parent_path()); !made) {
    return made;
  }
  if (const auto written = imaging::writeDicomSeries(image, folder, options, progress); !written) {
    return written.error();
  }
  return {};
}

std::string_view sexOf(clinical::Sex sex) {
  switch (sex) {
  case clinical::Sex::Female:
    return "F";
  case clinical::Sex::Male:
    return "M";
  case clinical::Sex::Other:
    return "O";
  case clinical::Sex::Unknown:
    break;
  }
  return "n/a";
}

std::vector<Channel> channelsOf(const ScanPlan& scan) {
  std::vector<Channel> channels = {Channel::T1w, Channel::T2w, Channel::Flair};
  if (scan.gadolinium == Gadolinium::Given) {
    channels.push_back(Channel::T1wEnhanced);
  }
  return channels;
}

Result<void> writeSubjectTables(const PatientScans& patient, const PhantomFolders& folders) {
  const fs::path folder = folders.release / "bids" / ("sub-" + patient.subject);
  std::string sessions = "session_id\tacq_time\tage\tcontrast_agent\n";
  for (std::size_t n = 0; n < patient.scans.size(); ++n) {
    const ScanPlan& scan = patient.scans[n];
    const SessionFiles files{patient, scan, n, folders};
    sessions += "ses-" + scan.session + "\t" + timeOf(files, Channel::T1w) + "\t" + decimal(scan.ageYears, 1) + "\t" +
                (scan.gadolinium == Gadolinium::Given ? "gadolinium" : "none") + "\n";
    if (patient.output == ImageOutput::Dicom) {
      continue;
    }
    std::string scans = "filename\tacq_time\n";
    for (const Channel channel : channelsOf(scan)) {
      scans += "anat/" + prefixOf(files) + "_" + shortName(channel) + ".nii.gz\t" + timeOf(files, channel) + "\n";
    }
    const auto written = writeText(folder / ("ses-" + scan.session) / (prefixOf(files) + "_scans.tsv"), scans);
    if (!written) {
      return written;
    }
  }
  return writeText(folder / ("sub-" + patient.subject + "_sessions.tsv"), sessions);
}

} // namespace

Result<void> writeScanImage(const SessionFiles& files, const imaging::Volume& image, Channel channel,
                            double sliceThicknessMm, Progress& progress) {
  if (files.patient.output == ImageOutput::Dicom) {
    return writeDicom(files, image, channel, sliceThicknessMm, progress);
  }
  const fs::path folder = files.folders.release / "bids" / sessionFolder(files) / "anat";
  const std::string name = prefixOf(files) + "_" + shortName(channel);
  if (const auto written = writeJson(folder / (name + ".json"), sidecarOf(files, channel, sliceThicknessMm));
      !written) {
    return written;
  }
  const auto written = imaging::writeImage(image, folder / (name + ".nii.gz"), {.compressionLevel = 1}, progress);
  return written ? Result<void>() : Result<void>(written.error());
}

Result<void> writeMasks(const SessionFiles& files, const imaging::LabelMap& reader, const imaging::LabelMap& exact,
                        std::span<const LesionTruth> lesions, Progress& progress) {
  const fs::path folder = files.folders.release / "bids" / "derivatives" / "reader" / sessionFolder(files) / "anat";
  const std::string name = prefixOf(files) + "_space-orig_desc-lesions_dseg";
  std::string labels = "index\tname\n";
  for (const LesionTruth& lesion : lesions) {
    if (lesion.inReadersMask[files.scanIndex]) {
      labels += std::to_string(lesion.id) + "\tlesion " + std::to_string(lesion.id) + ", " +
                std::string(codeOf(lesion.site)) + "\n";
    }
  }
  if (const auto written = writeText(folder / (name + ".tsv"), labels); !written) {
    return written;
  }
  Json json;
  json["Description"] = "White matter lesions as a reader drew them on the FLAIR, one number for each lesion, the same "
                        "at all sessions.";
  json["Manual"] = true;
  const std::string flair =
      files.patient.output == ImageOutput::Dicom
          ? "bids:raw:sourcedata/" + sessionFolder(files).generic_string() + "/dicom/" + prefixOf(files) + "_FLAIR"
          : "bids:raw:" + sessionFolder(files).generic_string() + "/anat/" + prefixOf(files) + "_FLAIR.nii.gz";
  json["Sources"] = Json::array({flair});
  json["SpatialReference"] = flair;
  json["ReaderError"] = {
      {"Border",
       "Each outline is scaled by a normal factor of mean 1.02 and standard deviation 0.06 and moved by 0.25 mm "
       "(standard deviation along each axis), anew at every session."},
      {"Missed",
       "Lesions under 30 mm3 are missed with a chance of 0.35, under 60 mm3 of 0.15, larger ones of 0.02; half "
       "as often again in brainstem and cerebellum. A missed lesion stays missed until it grows."}};
  if (const auto written = writeJson(folder / (name + ".json"), json); !written) {
    return written;
  }
  const auto mask = imaging::writeImage(reader.toVolume(), folder / (name + ".nii.gz"), {}, progress);
  if (!mask) {
    return mask.error();
  }
  const fs::path truth = files.folders.truth / sessionFolder(files);
  if (const auto made = makeFolder(truth); !made) {
    return made;
  }
  const auto written = imaging::writeImage(exact.toVolume(), truth / (name + ".nii.gz"), {}, progress);
  return written ? Result<void>() : Result<void>(written.error());
}

Result<void> writeTables(std::span<const PatientScans> patients, const PhantomFolders& folders) {
  const fs::path bids = folders.release / "bids";
  Json raw;
  raw["Name"] = "Facet demo: synthetic head MRI";
  raw["BIDSVersion"] = "1.8.0";
  raw["DatasetType"] = "raw";
  raw["License"] = "CC0";
  raw["Authors"] = Json::array({"Facet"});
  raw["HowToAcknowledge"] = "The shape of the head was computed from a T1w series of studyforrest.org (Hanke et al., "
                            "Scientific Data 2014;1:140003, PDDL). Nobody who exists was scanned for these images.";
  raw["GeneratedBy"] = Json::array({{{"Name", "Facet"}}});
  Json reader;
  reader["Name"] = "Facet demo: lesions drawn by a reader";
  reader["BIDSVersion"] = "1.8.0";
  reader["DatasetType"] = "derivative";
  reader["License"] = "CC0";
  reader["GeneratedBy"] = Json::array({{{"Name", "reader"}, {"Description", "Simulated reader with a stated error"}}});
  reader["DatasetLinks"] = {{"raw", "../.."}};
  const Json columns = {
      {"sex", {{"Description", "sex as in the record"}, {"Levels", {{"F", "female"}, {"M", "male"}, {"O", "other"}}}}},
      {"age", {{"Description", "age at the first scan"}, {"Units", "year"}}}};
  std::string participants = "participant_id\tsex\tage\n";
  for (const PatientScans& patient : patients) {
    participants += "sub-" + patient.subject + "\t" + std::string(sexOf(patient.sex)) + "\t" +
                    (patient.scans.empty() ? "n/a" : decimal(patient.scans.front().ageYears, 1)) + "\n";
    if (const auto written = writeSubjectTables(patient, folders); !written) {
      return written;
    }
  }
  const std::string readme = "Synthetic head MRI of people who do not exist, computed by Facet.\n"
                             "Masks that a simulated reader drew are in derivatives/reader/, DICOM series in "
                             "sourcedata/.\n";
  for (const auto& [path, json] : {std::pair(bids / "dataset_description.json", raw),
                                   std::pair(bids / "derivatives" / "reader" / "dataset_description.json", reader),
                                   std::pair(bids / "participants.json", columns)}) {
    if (const auto written = writeJson(path, json); !written) {
      return written;
    }
  }
  if (const auto written = writeText(bids / "participants.tsv", participants); !written) {
    return written;
  }
  return writeText(bids / "README", readme);
}

Result<void> writeTruthTable(std::span<const PatientScans> patients, std::span<const PhantomTruth> truth,
                             const PhantomFolders& folders) {
  std::string text = "participant_id\tsession_id\tlesion\tsite\tvolume_mm3\tstatus\tenhancing\tin_readers_mask\n";
  for (std::size_t p = 0; p < patients.size(); ++p) {
    for (std::size_t scan = 0; scan < patients[p].scans.size(); ++scan) {
      for (const LesionTruth& lesion : truth[p].lesions) {
        text += "sub-" + patients[p].subject + "\tses-" + patients[p].scans[scan].session + "\t" +
                std::to_string(lesion.id) + "\t" + std::string(codeOf(lesion.site)) + "\t" +
                decimal(lesion.volumeMm3[scan], 1) + "\t" + std::string(codeOf(lesion.status[scan])) + "\t" +
                (lesion.enhancing[scan] ? "yes" : "no") + "\t" + (lesion.inReadersMask[scan] ? "yes" : "no") + "\n";
      }
    }
  }
  return writeText(folders.truth / "lesions.tsv", text);
}

} // namespace facet::synthetic
