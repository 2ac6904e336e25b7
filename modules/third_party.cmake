# Every library that a module may link, found once. Modules name the targets given here; which module may use which
# stands in modules/README.md. Library headers are SYSTEM, so that our warnings stay ours.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network Svg Test LinguistTools)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL 3 REQUIRED COMPONENTS Crypto)
find_package(QCustomPlotQt6 REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(openjp2 REQUIRED IMPORTED_TARGET libopenjp2)
pkg_check_modules(libsecret REQUIRED IMPORTED_TARGET libsecret-1)

# The static SQLCipher, hidden in the programs: a system SQLite that a library loads later keeps its own symbols.
find_path(FACET_SQLCIPHER_INCLUDE sqlite3.h PATHS /usr/include/sqlcipher NO_DEFAULT_PATH REQUIRED)
find_library(FACET_SQLCIPHER_LIBRARY libsqlcipher.a REQUIRED)
add_library(facet_sqlcipher INTERFACE)
target_include_directories(facet_sqlcipher SYSTEM INTERFACE ${FACET_SQLCIPHER_INCLUDE})
target_compile_definitions(facet_sqlcipher INTERFACE SQLITE_HAS_CODEC SQLITE_TEMP_STORE=2)
target_link_libraries(facet_sqlcipher INTERFACE ${FACET_SQLCIPHER_LIBRARY} OpenSSL::Crypto m ${CMAKE_DL_LIBS})
add_link_options(-Wl,--exclude-libs,libsqlcipher.a)

# ITK without its UseITK file, which would put its headers before ours and break on their warnings.
find_package(ITK 5.2 REQUIRED COMPONENTS
  ITKCommon ITKIOImageBase ITKIONRRD ITKIOMeta ITKIOGDCM ITKGDCM ITKTransform ITKIOTransformBase
  ITKIOTransformInsightLegacy ITKImageGrid ITKImageFunction ITKSmoothing ITKDistanceMap ITKConnectedComponents
  ITKBiasCorrection ITKRegistrationMethodsv4 ITKMetricsv4 ITKOptimizersv4)
add_library(facet_itk INTERFACE)
target_include_directories(facet_itk SYSTEM INTERFACE ${ITK_INCLUDE_DIRS})
target_link_libraries(facet_itk INTERFACE ${ITK_LIBRARIES})

find_package(DCMTK REQUIRED)
add_library(facet_dcmtk INTERFACE)
target_include_directories(facet_dcmtk SYSTEM INTERFACE ${DCMTK_INCLUDE_DIRS})
target_link_libraries(facet_dcmtk INTERFACE dcmseg dcmfg dcmiod dcmsr dcmjpeg dcmjpls dcmimgle dcmdata oflog ofstd)

find_package(VTK 9.1 REQUIRED COMPONENTS CommonCore CommonDataModel FiltersCore)
