#pragma once

#include <facet/clinical/fhir.h>

#include <string>
#include <vector>

/// One resource of each kind with everything filled in, and one with as little as possible.
std::vector<facet::clinical::FhirResource> exampleResources();

/// An EDSS observation written by hand after FHIR R4 (hl7.org/fhir/R4), not by the writer.
std::string edssObservation();
