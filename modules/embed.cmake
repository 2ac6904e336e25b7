# Writes facet_resources.h and .cpp with one std::string_view for each of FILES; see facet_embed.
set(header "#pragma once\n#include <string_view>\n\nnamespace facet::resources {\n")
set(source "#include \"facet_resources.h\"\n\nnamespace facet::resources {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME)
  string(MAKE_C_IDENTIFIER ${name} id)
  # The assembler copies the bytes: compilers are slow on long literals.
  string(APPEND header "extern const std::string_view ${id};\n")
  string(APPEND source
    "__asm__(\".section .rodata\\n.balign 16\\nfacet_data_${id}:\\n.incbin \\\"${file}\\\"\\nfacet_end_${id}:\\n.byte 0\\n.previous\\n\");\n"
    "extern \"C\" {\nextern const char data_${id}[] __asm__(\"facet_data_${id}\");\nextern const char end_${id}[] __asm__(\"facet_end_${id}\");\n}\n"
    "const std::string_view ${id}(data_${id}, static_cast<std::size_t>(end_${id} - data_${id}));\n")
endforeach()
string(APPEND header "} // namespace facet::resources\n")
string(APPEND source "} // namespace facet::resources\n")
file(WRITE ${OUT}/facet_resources.h "${header}")
file(WRITE ${OUT}/facet_resources.cpp "${source}")
