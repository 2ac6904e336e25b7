<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>analytics</name>
    <message>
        <source>a rate needs a count, a positive time and a level between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>is not in this copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language could not be changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>clinical</name>
    <message>
        <source>is no step of the EDSS (0, 1, 1.5, 2 … 10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a grade of %1 is outside 0 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was not examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has an element that changes its meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is marked as entered in error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies before the birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names a person twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of a type that Facet does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a code that Facet does not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies before the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no field strength in tesla</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is outside 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gives the grade of %1 twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bound instead of a value is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the unit %1 does not fit %2, which is given in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is outside what is possible, %2 to %3 %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a dose in mg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the element %1 is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the code %1 is not one of those that are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be known to the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list that is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no id of a resource (1 to 64 of letters, digits, &apos;-&apos; and &apos;.&apos;)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no reference of the form %1/id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has text after the end of the JSON value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a number that cannot be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is nested more than %1 deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a key twice in one object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a text of more than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a text with a NUL character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is longer than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no UTF-8 text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the word %1 is not one of those that are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no JSON object with a list of this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the unit %1 is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be greater than min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name at least one level</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
    <name>facet::gui::AboutDialog</name>
    <message>
        <source>About Facet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet %1</source>
        <comment>name and version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workstation for clinical research in multiple sclerosis: MRI, course, treatment and markers of one patient on one screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet is for research. It is no medical device: it makes no diagnosis and recommends no treatment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Facet stands on the libraries below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices of libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::CommandPalette</name>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient, page or command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search patients, pages and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::DropVeil</name>
    <message>
        <source>Drop to open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders or files in DICOM, BIDS, NIfTI, NRRD or MHA. Names and ids are dropped on the way in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::JobsButton</name>
    <message>
        <source>What is being done; click to see and stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::JobsList</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the jobs before it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the page “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search patients, pages and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::MainMenu</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open f&amp;iles …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sync …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export report …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark, for the reading room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light, for the office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Facet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a folder of images: BIDS, DICOM, NIfTI, NRRD or MHA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open images: DICOM, NIfTI, NRRD or MHA</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::MainWindow</name>
    <message>
        <source>Facet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Facet</source>
        <comment>window title with a patient</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::NoticeStack</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::OverviewPage</name>
    <message>
        <source>What is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New since the visit of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy these lines as plain text (Ctrl+C)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visit recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new since a visit would be listed here. This copy holds no visit of this person; the time line shows what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2, the day of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space or click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to where the line comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overview was copied as text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::Page</name>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Response</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All people in this copy, with worklists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is new since a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans of two visits side by side, with lesions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course, treatments, relapses and tests over time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened under each treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview and export of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the data come from, what came and what was refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::PatientHeader</name>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patient open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::PatientsPage</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relapse in 12 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan newer than the last report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No visit for 14 months</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone who fits the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A relapse began in the 12 months before the day of the data; pseudo-relapses do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last scan is newer than the last report made in this copy, or there is no report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last visit is more than 14 months before the day of the data, or there is none. The dead are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of patients could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pseudonym, drug, phenotype, country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show healthy controls in the list too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide healthy controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>worklist and how many are in it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone in your copy of the consortium&apos;s data would be listed here. Sync a release to get them, or drop a folder of images on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No one in this copy fits the search and the worklist together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::Rail</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open, export, theme, language, keys (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <comment>page summary and its key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a patient first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::SearchButton</name>
    <message>
        <source>Search patients and commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient, a page or a command (Ctrl+K)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>facet::gui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For research, not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synthetic demo data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in this copy is a real person: all data were made up by a program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Facet uses this copy; this window can read it but change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline copy of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything shown comes from a copy on this computer, as the consortium published it on this day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync a release of the consortium to get data.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>the window did not finish loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>imaging</name>
    <message>
        <source>ends early, after %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a link to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation type="unfinished">ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the header gives its one slice no thickness: 1 mm was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the axes in its header have no length or lie in one plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its axes are not at right angles (%1° off): every voxel was kept where the header puts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels make no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels are more than the limit of %4 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its voxels lie in another file, %1, which did not come with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names %1 for its voxels, which is no file of its own folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit into the memory of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no image in a format that is read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is DICOM, which is read as a series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the format has no rescaling: values were stored as %1 instead of %2 (largest difference %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an MHD image is two files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its ending names no image format that is written here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off inside its compressed data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its compressed data are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends before its voxels begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header says %1 = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1 volumes; one is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header does not say which side is left: its axes were taken as left, posterior and superior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header asks for rescaling by slope %1 and offset %2: stored values were taken, as most programs do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its voxels are spread over several files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a header line without a field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a %1, no image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header does not say where the voxels are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1 values for each voxel; one is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has voxels of type %1, which is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header gives axis %1 the size %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its lengths are in metres and were turned to millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its lengths are in micrometres and were turned to millimetres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header gives the voxels the spacing %1 × %2 × %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header has neither an sform nor a qform, so left and right are not known: the first voxel was taken as right, posterior and inferior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sform and qform mirror each other and place a voxel up to %1 mm apart: the sform was taken, as its code is %2 (the qform&apos;s is %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sform and qform place a voxel up to %1 mm apart: the sform was taken, as its code is %2 (the qform&apos;s is %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its sform has no length or lies in one plane: the qform was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its qform cannot be used (spacing %1 × %2 × %3): the sform was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its qform is no turn and shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header rescales by slope %1 and intercept %2, which means nothing: stored values were taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header does not say where the voxels begin: they were read right after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header puts the voxels at byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of two compressed files; unpack both to read them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an Analyze header or a damaged NIfTI header: it has no NIfTI mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header gives %1 bits to voxels of type %2: the type was followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header says %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header has the field %1 twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds %1 values for each voxel (axis of kind %2); one is wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lies in the space %1, which is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its voxels are encoded as %1, which is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its header does not end within 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the axes of the voxel grid have no length or lie in one plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels of type %4 need %5 bytes, not %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values cannot be rescaled by slope %1 and intercept %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off: its header promises %1 bytes of voxels and there are %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is cut off or damaged: %1 compressed bytes cannot hold the %2 that its header promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has more data than its header promises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has a voxel that is no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 bytes more than its header promises</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>lesions</name>
    <message>
        <source>the table has no head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the table has no column “index”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 columns instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index “%1” is no whole number from 0 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the index %1 stands twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labels must be whole numbers from 0 on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>is no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is gone; without it nothing in the folder can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds other files and is no cache; choose an empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in use by another Facet (process %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in use by another Facet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no cache here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was opened for reading only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>can be read but not written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a demo cache has no passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user&apos;s data folder is not known; name a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is there already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version 4.6 or later is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no such row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation type="unfinished">auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>is in use by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value breaks a rule of the cache: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read or written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the database says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no SHA-256 of 64 digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation type="unfinished">ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>was written by a newer Facet: use that program, or another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key file is a regular file or a pipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others can read this key file (mode %1); make it private with chmod 600</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key file holds 64 hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory to check a passphrase: %1 MiB are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no passphrase of at least %1 bytes was given twice alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the passphrase does not open this cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a new cache needs a key: give a key file, or a passphrase on a terminal, or start a secret service (none answers)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is marked as a demo cache and is none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this cache was not made with a key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key file does not open this cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key in the secret service does not open this cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its key is in the secret service, and none answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its key is in a key file, which was not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it opens with a passphrase, and there is nobody to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written by a newer Facet (version %1 of the file; this program knows up to version %2): use that program, or another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no file of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written by an older Facet and must first be opened where it can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>belongs to another cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mark of a demo cache stands in only one of its files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key has 64 hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no secret service answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret service refuses: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret service has no key for this cache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the secret service did not keep the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a public key has 64 hexadecimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a signature has 64 bytes, not %1</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RRMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PPMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>radiologically isolated syndrome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clinically isolated syndrome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relapsing–remitting MS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secondary progressive MS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>primary progressive MS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>course not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sex not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pyramidal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cerebellar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brainstem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sensory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bowel and bladder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cerebral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: new since the visit of %2 (data of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Facet, for research, not for diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new T2 lesion(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enlarging</source>
        <comment>T2 lesions</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no contrast given</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n enhancing</source>
        <comment>lesions</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no count of new lesions reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with no earlier scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No relapse recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pseudo-relapse(s) not counted</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>EDSS %1 on %2, no earlier one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDSS %1 on %2, as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDSS %1 → %2 on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>highest %1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MRI of %1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>newest of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 started %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) of %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, serious (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pregnant since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pregnancy ended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no EDSS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no MRI of the brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contrast at the last MRI of the brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the cord was never imaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, died</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, died %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, died %2 at %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, age not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age on %1, the day of the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phenotype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Onset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stopped on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDSS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported by the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sNfL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assay not recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healthy control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last MRI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last cord MRI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list of patients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EDSS of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age, y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration, y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relapses, 12 mo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scheduled visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visit for a relapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unscheduled visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>occasion not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>self-reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mode not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mild</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moderate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>severe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>severity not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reported, not examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pseudo-relapse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated whether examined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>complete recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no recovery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovery not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>modest efficacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high efficacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>efficacy not classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pyr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B&amp;B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cbr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T25FW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9HPT dominant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>9HPT other hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SDMT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GFAP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cervical cord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thoracic cord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optic nerve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>region not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enlarging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shrinking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer visible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within measurement error</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relapse(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side effect(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
