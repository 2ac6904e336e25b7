# facet_compile_translations(FILES LANGUAGE…): compiles translations/facet_LANGUAGE.ts; FILES lists what comes out.
function(facet_compile_translations files)
  set(compiled)
  foreach(language IN LISTS ARGN)
    set(source ${CMAKE_SOURCE_DIR}/translations/facet_${language}.ts)
    set(target ${CMAKE_CURRENT_BINARY_DIR}/facet_${language}.qm)
    add_custom_command(OUTPUT ${target} DEPENDS ${source} VERBATIM
      COMMAND Qt6::lrelease -silent ${source} -qm ${target})
    list(APPEND compiled ${target})
  endforeach()
  set(${files} ${compiled} PARENT_SCOPE)
endfunction()

# Sentences of the modules below Qt are marked with FACET_TEXT; the .ts file of the source language has plural forms only.
set(FACET_LUPDATE -silent -no-obsolete -locations none -tr-function-alias QT_TRANSLATE_NOOP+=FACET_TEXT modules app)
add_custom_target(translations VERBATIM COMMENT "Bringing translations/*.ts up to date with the sources"
  COMMAND Qt6::lupdate ${FACET_LUPDATE} -ts translations/facet_de.ts
  COMMAND Qt6::lupdate ${FACET_LUPDATE} -pluralonly -ts translations/facet_en.ts
  WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
