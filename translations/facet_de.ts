<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>is no UTC time of the form YYYY-MM-DDThh:mm:ssZ</source>
        <translation>ist keine UTC-Zeit der Form JJJJ-MM-TTThh:mm:ssZ</translation>
    </message>
    <message>
        <source>is no date of the form YYYY, YYYY-MM or YYYY-MM-DD</source>
        <translation>ist kein Datum der Form JJJJ, JJJJ-MM oder JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>is no date of the form YYYY-MM-DD</source>
        <translation>ist kein Datum der Form JJJJ-MM-TT</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>existiert nicht</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>Zugriff verweigert</translation>
    </message>
    <message>
        <source>the disk is read-only</source>
        <translation>der Datenträger ist schreibgeschützt</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>too many open files</source>
        <translation>zu viele offene Dateien</translation>
    </message>
    <message>
        <source>the system says: %1</source>
        <translation>das System meldet: %1</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>is no valid text</source>
        <translation>ist kein gültiger Text</translation>
    </message>
    <message>
        <source>is no unit that Facet knows</source>
        <translation>ist keine Einheit, die Facet kennt</translation>
    </message>
    <message>
        <source>cannot be converted to %1</source>
        <translation>lässt sich nicht in %1 umrechnen</translation>
    </message>
</context>
<context>
    <name>workspace</name>
    <message>
        <source>the work failed unexpectedly: %1</source>
        <translation>der Vorgang ist unerwartet fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>Facet has no such language</source>
        <translation>diese Sprache gibt es in Facet nicht</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format</comment>
        <translation>dd.MM.yyyy</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>date format</comment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 Mon.</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 J.</translation>
    </message>
</context>
</TS>
