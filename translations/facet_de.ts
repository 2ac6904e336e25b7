<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>analytics</name>
    <message>
        <source>a rate needs a count, a positive time and a level between 0 and 1</source>
        <translation>eine Rate braucht eine Anzahl, eine positive Zeit und ein Niveau zwischen 0 und 1</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>The language could not be changed.</source>
        <translation>Die Sprache konnte nicht gewechselt werden.</translation>
    </message>
    <message>
        <source>was gone and was made again</source>
        <translation>war weg und wurde neu angelegt</translation>
    </message>
    <message>
        <source>was damaged; it was kept as %1</source>
        <translation>war beschädigt; es wurde als %1 aufgehoben</translation>
    </message>
    <message>
        <source>is empty now; sync again to fill it</source>
        <translation>ist jetzt leer; gleichen Sie erneut ab, um ihn zu füllen</translation>
    </message>
    <message>
        <source>%1 rows of %2 were saved, %3 of them from the backup</source>
        <translation>%1 Zeilen von %2 wurden gerettet, %3 davon aus der Sicherung</translation>
    </message>
    <message>
        <source>how many were lost is not known</source>
        <translation>wie viele verloren gingen, ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1 were lost</source>
        <translation>%1 gingen verloren</translation>
    </message>
    <message>
        <source>nothing in it could be taken</source>
        <translation>nichts darin konnte übernommen werden</translation>
    </message>
    <message>
        <source>the cache does not record that this report was made: %1</source>
        <translation>der Cache vermerkt nicht, dass dieser Bericht erstellt wurde: %1</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visiten</translation>
    </message>
    <message>
        <source>Relapses</source>
        <translation>Schübe</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>Behandlungen</translation>
    </message>
    <message>
        <source>Doses</source>
        <translation>Dosen</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>MRI examinations</source>
        <translation>MRT-Untersuchungen</translation>
    </message>
    <message>
        <source>Images of session %1, %2</source>
        <translation>Bilder der Sitzung %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>is an address; fetch the release into a folder and sync that</source>
        <translation>ist eine Adresse; holen Sie die Veröffentlichung in einen Ordner und gleichen Sie diesen ab</translation>
    </message>
    <message>
        <source>The data could not be opened.</source>
        <translation>Die Daten konnten nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The release was not synced.</source>
        <translation>Die Veröffentlichung wurde nicht abgeglichen.</translation>
    </message>
    <message>
        <source>The images were not imported.</source>
        <translation>Die Bilder wurden nicht importiert.</translation>
    </message>
    <message>
        <source>The new passphrase opens this copy from now on.</source>
        <translation>Die neue Passphrase öffnet diese Kopie von jetzt an.</translation>
    </message>
    <message>
        <source>The passphrase was not changed.</source>
        <translation>Die Passphrase wurde nicht geändert.</translation>
    </message>
    <message>
        <source>an unknown number of</source>
        <translation>unbekannt viele</translation>
    </message>
    <message>
        <source>%1: %2 rows saved, %3 lost</source>
        <translation>%1: %2 Zeilen gerettet, %3 verloren</translation>
    </message>
    <message>
        <source>This copy was damaged and has been repaired as far as possible. What came from the consortium returns with the next sync.</source>
        <translation>Diese Kopie war beschädigt und wurde so weit wie möglich repariert. Was vom Konsortium kam, kehrt mit dem nächsten Abgleich zurück.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Synced: %1 records added, %2 changed, %3 deleted, %4 images read.</source>
        <translation>Abgeglichen: %1 Datensätze hinzugefügt, %2 geändert, %3 gelöscht, %4 Bilder gelesen.</translation>
    </message>
    <message>
        <source>This release was in the copy already; nothing changed.</source>
        <translation>Diese Veröffentlichung war schon in der Kopie; nichts hat sich geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) or file(s) not taken.</source>
        <translation>
            <numerusform>%n Datensatz oder Datei nicht übernommen.</numerusform>
            <numerusform>%n Datensätze oder Dateien nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of it could be imported.</source>
        <translation>Nichts davon konnte importiert werden.</translation>
    </message>
    <message>
        <source>All of these images were in your copy already.</source>
        <translation>Alle diese Bilder waren schon in Ihrer Kopie.</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) imported.</source>
        <translation>
            <numerusform>%n Bild importiert.</numerusform>
            <numerusform>%n Bilder importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) or series not taken.</source>
        <translation>
            <numerusform>%n Datei oder Serie nicht übernommen.</numerusform>
            <numerusform>%n Dateien oder Serien nicht übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>is a protected cache; --demo opens a demo cache alone</source>
        <translation>ist ein geschützter Cache; --demo öffnet nur einen Demo-Cache</translation>
    </message>
    <message>
        <source>no data are open</source>
        <translation>es sind keine Daten geöffnet</translation>
    </message>
    <message>
        <source>there is no patient to show</source>
        <translation>es gibt keinen Patienten zu zeigen</translation>
    </message>
</context>
<context>
    <name>charts</name>
    <message>
        <source>Whether it fell into the time on %1 is not certain.</source>
        <translation>Ob er in die Zeit unter %1 fiel, ist nicht sicher.</translation>
    </message>
    <message>
        <source>%1 (day %2)</source>
        <translation>%1 (Tag %2)</translation>
    </message>
    <message>
        <source>Treatment then: %1.</source>
        <translation>Behandlung damals: %1.</translation>
    </message>
    <message>
        <source>No drug then; %1 after %2.</source>
        <translation>Damals kein Medikament; %1 nach %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 years</source>
        <translation>%1 Jahre</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>dauert an</translation>
    </message>
    <message>
        <source>The recorded stop lies before the start; nothing is counted under this treatment.</source>
        <translation>Das eingetragene Ende liegt vor dem Beginn; unter dieser Behandlung wird nichts gezählt.</translation>
    </message>
    <message>
        <source>Taken for %1.</source>
        <translation>%1 lang genommen.</translation>
    </message>
    <message>
        <source>Goes on; %1 up to the last contact on %2.</source>
        <translation>Dauert an; %1 bis zum letzten Kontakt am %2.</translation>
    </message>
    <message>
        <source>Why it was stopped is not on record.</source>
        <translation>Warum sie beendet wurde, ist nicht eingetragen.</translation>
    </message>
    <message>
        <source>Stopped: %1.</source>
        <translation>Beendet: %1.</translation>
    </message>
    <message>
        <source>Overlaps %1 by %2.</source>
        <translation>Überschneidet sich mit %1 um %2.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Dose from %1</source>
        <translation>Dosis ab %1</translation>
    </message>
    <message>
        <source>Doses on record</source>
        <translation>Eingetragene Dosen</translation>
    </message>
    <message>
        <source>Last dose</source>
        <translation>Letzte Dosis</translation>
    </message>
    <message>
        <source>ATC</source>
        <translation>ATC</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Usual interval</source>
        <translation>Übliches Intervall</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Tier after</source>
        <translation>Stufe nach</translation>
    </message>
    <message>
        <source>%1 (not verified)</source>
        <translation>%1 (nicht geprüft)</translation>
    </message>
    <message>
        <source>No drug, after %1</source>
        <translation>Kein Medikament, nach %1</translation>
    </message>
    <message>
        <source>%1 between %2 and %3.</source>
        <translation>%1 zwischen %2 und %3.</translation>
    </message>
    <message>
        <source>No drug on record for %1, up to the last contact.</source>
        <translation>Seit %1 kein Medikament eingetragen, bis zum letzten Kontakt.</translation>
    </message>
    <message>
        <source>%1 acts beyond its course: this time is not untreated.</source>
        <translation>%1 wirkt über die Gabe hinaus: Diese Zeit ist nicht unbehandelt.</translation>
    </message>
    <message>
        <source>The last dose of %1 may still have acted.</source>
        <translation>Die letzte Dosis von %1 kann noch gewirkt haben.</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Dose of %1 mg.</source>
        <translation>Dosis von %1 mg.</translation>
    </message>
    <message>
        <source>Amount not on record.</source>
        <translation>Menge nicht eingetragen.</translation>
    </message>
    <message>
        <source>Pseudo-relapse</source>
        <translation>Pseudoschub</translation>
    </message>
    <message>
        <source>Relapse, %1</source>
        <translation>Schub, %1</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>given</source>
        <translation>gegeben</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht gegeben</translation>
    </message>
    <message>
        <source>Not counted as a relapse.</source>
        <translation>Wird nicht als Schub gezählt.</translation>
    </message>
    <message>
        <source>Systems: %1.</source>
        <translation>Systeme: %1.</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Steroids</source>
        <translation>Steroide</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>Rückbildung</translation>
    </message>
    <message>
        <source>No reference table for this assay is loaded, so the value stands without a z score.</source>
        <translation>Für dieses Messverfahren ist keine Referenztabelle geladen, daher steht der Wert ohne z-Wert.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Assay</source>
        <translation>Messverfahren</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>not examined</source>
        <translation>nicht untersucht</translation>
    </message>
    <message>
        <source>Ambulation score</source>
        <translation>Gehfähigkeits-Score</translation>
    </message>
    <message>
        <source>No earlier scan was named for comparison.</source>
        <translation>Es wurde keine frühere Aufnahme zum Vergleich genannt.</translation>
    </message>
    <message>
        <source>The scan it was compared with is not on record.</source>
        <translation>Die Aufnahme, mit der verglichen wurde, ist nicht eingetragen.</translation>
    </message>
    <message>
        <source>Compared with the scan of %1, %2 earlier.</source>
        <translation>Verglichen mit der Aufnahme vom %1, %2 früher.</translation>
    </message>
    <message>
        <source>Both scans lie under %1.</source>
        <translation>Beide Aufnahmen liegen unter %1.</translation>
    </message>
    <message>
        <source>The interval spans a switch: its new lesions belong to no drug.</source>
        <translation>Der Abstand umfasst einen Wechsel: Seine neuen Läsionen gehören zu keinem Medikament.</translation>
    </message>
    <message>
        <source>EDSS %1</source>
        <translation>EDSS %1</translation>
    </message>
    <message>
        <source>Functional systems</source>
        <translation>Funktionelle Systeme</translation>
    </message>
    <message>
        <source>Before that %1 on %2, %3 earlier.</source>
        <translation>Davor %1 am %2, %3 früher.</translation>
    </message>
    <message>
        <source>The functional systems amount to %1.</source>
        <translation>Die funktionellen Systeme ergeben %1.</translation>
    </message>
    <message>
        <source>EDSS as entered</source>
        <translation>EDSS wie eingetragen</translation>
    </message>
    <message>
        <source>EDSS from systems</source>
        <translation>EDSS aus Systemen</translation>
    </message>
    <message>
        <source>systems incomplete</source>
        <translation>Systeme unvollständig</translation>
    </message>
    <message>
        <source>Rater</source>
        <translation>Untersucher</translation>
    </message>
    <message>
        <source>MRI: %1</source>
        <translation>MRT: %1</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht berichtet</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>New T2 lesions</source>
        <translation>Neue T2-Läsionen</translation>
    </message>
    <message>
        <source>Enlarging T2 lesions</source>
        <translation>Vergrößerte T2-Läsionen</translation>
    </message>
    <message>
        <source>Enhancing lesions</source>
        <translation>Anreichernde Läsionen</translation>
    </message>
    <message>
        <source>contrast not given</source>
        <translation>kein Kontrastmittel gegeben</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrastmittel</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feldstärke</translation>
    </message>
    <message>
        <source>Gd %1</source>
        <translation>Gd %1</translation>
    </message>
    <message>
        <source>no Gd</source>
        <translation>kein Gd</translation>
    </message>
    <message>
        <source>Gd ?</source>
        <translation>Gd ?</translation>
    </message>
    <message>
        <source>dominant</source>
        <translation>dominant</translation>
    </message>
    <message>
        <source>other hand</source>
        <translation>andere Hand</translation>
    </message>
    <message>
        <source>assay not stated</source>
        <translation>Messverfahren nicht angegeben</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 J.</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 Mon.</translation>
    </message>
    <message>
        <source>no drug on record</source>
        <translation>kein Medikament eingetragen</translation>
    </message>
    <message>
        <source>after a course that goes on acting</source>
        <translation>nach einer Gabe, die weiter wirkt</translation>
    </message>
    <message>
        <source>dose</source>
        <translation>Dosis</translation>
    </message>
    <message>
        <source>mild relapse</source>
        <translation>leichter Schub</translation>
    </message>
    <message>
        <source>moderate relapse</source>
        <translation>mittelschwerer Schub</translation>
    </message>
    <message>
        <source>severe relapse</source>
        <translation>schwerer Schub</translation>
    </message>
    <message>
        <source>relapse, severity not stated</source>
        <translation>Schub, Schwere nicht angegeben</translation>
    </message>
    <message>
        <source>relapse not examined</source>
        <translation>Schub nicht untersucht</translation>
    </message>
    <message>
        <source>pseudo-relapse</source>
        <translation>Pseudoschub</translation>
    </message>
    <message>
        <source>steroids</source>
        <translation>Steroide</translation>
    </message>
    <message>
        <source>EDSS, scheduled</source>
        <translation>EDSS, geplant</translation>
    </message>
    <message>
        <source>relapse or unscheduled</source>
        <translation>Schub oder ungeplant</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>telefonisch</translation>
    </message>
    <message>
        <source>self-reported</source>
        <translation>Selbstauskunft</translation>
    </message>
    <message>
        <source>functional system grade 0 to 6</source>
        <translation>funktionelles System, Grad 0 bis 6</translation>
    </message>
    <message>
        <source>scan with new or enhancing lesions</source>
        <translation>Aufnahme mit neuen oder anreichernden Läsionen</translation>
    </message>
    <message>
        <source>cord scanned; hollow: cord only</source>
        <translation>Rückenmark aufgenommen; hohl: nur Rückenmark</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Therapie</translation>
    </message>
    <message>
        <source>Relapses</source>
        <translation>Schübe</translation>
    </message>
    <message>
        <source>EDSS</source>
        <translation>EDSS</translation>
    </message>
    <message>
        <source>Functional</source>
        <translation>Funktionelle</translation>
    </message>
    <message>
        <source>MRI</source>
        <translation>MRT</translation>
    </message>
    <message>
        <source>9HPT</source>
        <translation>9HPT</translation>
    </message>
    <message>
        <source>steps, 0–10</source>
        <translation>Stufen, 0–10</translation>
    </message>
    <message>
        <source>systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>new T2 · Gd</source>
        <translation>neue T2 · Gd</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>perhaps</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>day %1</source>
        <translation>Tag %1</translation>
    </message>
    <message>
        <source>none, after %1</source>
        <translation>keine, nach %1</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T.</translation>
    </message>
    <message>
        <source>%1–%2 d</source>
        <translation>%1–%2 T.</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>%1 new T2</source>
        <translation>%1 neue T2</translation>
    </message>
    <message>
        <source>new T2 not reported</source>
        <translation>neue T2 nicht berichtet</translation>
    </message>
    <message>
        <source>Gd not reported</source>
        <translation>Gd nicht berichtet</translation>
    </message>
    <message>
        <source>Last relapse</source>
        <translation>Letzter Schub</translation>
    </message>
    <message>
        <source>Last MRI</source>
        <translation>Letztes MRT</translation>
    </message>
    <message>
        <source>%1 since onset</source>
        <translation>%1 seit Beginn</translation>
    </message>
    <message>
        <source>%1 (%2 old)</source>
        <translation>%1 (%2 alt)</translation>
    </message>
    <message>
        <source>no drug</source>
        <translation>kein Medikament</translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) in it belong to no treatment on record.</source>
        <translation>
            <numerusform>%n Dosis darin gehört zu keiner eingetragenen Behandlung.</numerusform>
            <numerusform>%n Dosen darin gehören zu keiner eingetragenen Behandlung.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>clinical</name>
    <message>
        <source>is no step of the EDSS (0, 1, 1.5, 2 … 10)</source>
        <translation>ist keine Stufe der EDSS (0, 1, 1,5, 2 … 10)</translation>
    </message>
    <message>
        <source>a grade of %1 is outside 0 to %2</source>
        <translation>ein Grad von %1 liegt außerhalb von 0 bis %2</translation>
    </message>
    <message>
        <source>was not examined</source>
        <translation>wurde nicht untersucht</translation>
    </message>
    <message>
        <source>has an element that changes its meaning</source>
        <translation>enthält ein Element, das die Bedeutung ändert</translation>
    </message>
    <message>
        <source>is marked as entered in error</source>
        <translation>ist als irrtümlich erfasst gekennzeichnet</translation>
    </message>
    <message>
        <source>lies before the birth</source>
        <translation>liegt vor der Geburt</translation>
    </message>
    <message>
        <source>names a person twice</source>
        <translation>nennt eine Person zweimal</translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>is of a type that Facet does not read</source>
        <translation>hat einen Typ, den Facet nicht liest</translation>
    </message>
    <message>
        <source>has a code that Facet does not read</source>
        <translation>hat einen Code, den Facet nicht liest</translation>
    </message>
    <message>
        <source>lies before the start</source>
        <translation>liegt vor dem Beginn</translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation>darf nicht negativ sein</translation>
    </message>
    <message>
        <source>is no field strength in tesla</source>
        <translation>ist keine Feldstärke in Tesla</translation>
    </message>
    <message>
        <source>is outside 0 to %1</source>
        <translation>liegt außerhalb von 0 bis %1</translation>
    </message>
    <message>
        <source>gives the grade of %1 twice</source>
        <translation>gibt den Grad von %1 zweimal an</translation>
    </message>
    <message>
        <source>a bound instead of a value is not read</source>
        <translation>eine Grenze statt eines Wertes wird nicht gelesen</translation>
    </message>
    <message>
        <source>the unit %1 does not fit %2, which is given in %3</source>
        <translation>die Einheit %1 passt nicht zu %2; erwartet wird %3</translation>
    </message>
    <message>
        <source>%1 is outside what is possible, %2 to %3 %4</source>
        <translation>%1 liegt außerhalb des Möglichen (%2 bis %3 %4)</translation>
    </message>
    <message>
        <source>must be a dose in mg</source>
        <translation>muss eine Dosis in mg sein</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>the element %1 is missing</source>
        <translation>das Element %1 fehlt</translation>
    </message>
    <message>
        <source>the code %1 is not one of those that are allowed</source>
        <translation>der Code %1 gehört nicht zu den erlaubten</translation>
    </message>
    <message>
        <source>must be a text that is not empty</source>
        <translation>muss ein nicht leerer Text sein</translation>
    </message>
    <message>
        <source>must be known to the day</source>
        <translation>muss auf den Tag genau bekannt sein</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must be a whole number up to %1</source>
        <translation>muss eine ganze Zahl bis %1 sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss wahr oder falsch sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>must be a list that is not empty</source>
        <translation>muss eine nicht leere Liste sein</translation>
    </message>
    <message>
        <source>is no id of a resource (1 to 64 of letters, digits, &apos;-&apos; and &apos;.&apos;)</source>
        <translation>ist keine Kennung einer Ressource (1 bis 64 Zeichen aus Buchstaben, Ziffern, &apos;-&apos; und &apos;.&apos;)</translation>
    </message>
    <message>
        <source>is no reference of the form %1/id</source>
        <translation>ist kein Verweis der Form %1/id</translation>
    </message>
    <message>
        <source>has text after the end of the JSON value</source>
        <translation>enthält Text nach dem Ende des JSON-Wertes</translation>
    </message>
    <message>
        <source>is no JSON</source>
        <translation>ist kein JSON</translation>
    </message>
    <message>
        <source>has a number that cannot be stored</source>
        <translation>enthält eine Zahl, die sich nicht speichern lässt</translation>
    </message>
    <message>
        <source>is nested more than %1 deep</source>
        <translation>ist tiefer als %1 Ebenen verschachtelt</translation>
    </message>
    <message>
        <source>has a key twice in one object</source>
        <translation>enthält einen Schlüssel zweimal in einem Objekt</translation>
    </message>
    <message>
        <source>has a text of more than %1 bytes</source>
        <translation>enthält einen Text von mehr als %1 Bytes</translation>
    </message>
    <message>
        <source>has a text with a NUL character</source>
        <translation>enthält einen Text mit einem NUL-Zeichen</translation>
    </message>
    <message>
        <source>is longer than %1 bytes</source>
        <translation>ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>is no UTF-8 text</source>
        <translation>ist kein UTF-8-Text</translation>
    </message>
    <message>
        <source>must be a year</source>
        <translation>muss eine Jahreszahl sein</translation>
    </message>
    <message>
        <source>must be a list of texts</source>
        <translation>muss eine Liste von Texten sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>the word %1 is not one of those that are allowed</source>
        <translation>das Wort %1 gehört nicht zu den erlaubten</translation>
    </message>
    <message>
        <source>is no JSON object with a list of this name</source>
        <translation>ist kein JSON-Objekt mit einer Liste dieses Namens</translation>
    </message>
    <message>
        <source>the unit %1 is not known</source>
        <translation>die Einheit %1 ist nicht bekannt</translation>
    </message>
    <message>
        <source>must be greater than min</source>
        <translation>muss größer als min sein</translation>
    </message>
    <message>
        <source>must name at least one level</source>
        <translation>muss mindestens eine Stufe nennen</translation>
    </message>
    <message>
        <source>is no element of a manifest</source>
        <translation>ist kein Element eines Manifests</translation>
    </message>
    <message>
        <source>is another kind of manifest</source>
        <translation>ist eine andere Art von Manifest</translation>
    </message>
    <message>
        <source>goes on in a second manifest, which Facet does not read</source>
        <translation>geht in einem zweiten Manifest weiter, das Facet nicht liest</translation>
    </message>
    <message>
        <source>is a format that Facet does not read</source>
        <translation>ist ein Format, das Facet nicht liest</translation>
    </message>
    <message>
        <source>the extension %1 is missing</source>
        <translation>die Erweiterung %1 fehlt</translation>
    </message>
    <message>
        <source>is schema %1 of the release format; this Facet reads schema %2</source>
        <translation>ist Schema %1 des Veröffentlichungsformats; dieses Facet liest Schema %2</translation>
    </message>
    <message>
        <source>a release of changes says since when, and no other does</source>
        <translation>eine Veröffentlichung von Änderungen sagt, seit wann, und keine andere</translation>
    </message>
    <message>
        <source>is not before the release itself</source>
        <translation>liegt nicht vor der Veröffentlichung selbst</translation>
    </message>
    <message>
        <source>names a file twice</source>
        <translation>nennt eine Datei zweimal</translation>
    </message>
    <message>
        <source>must be a whole number from 0</source>
        <translation>muss eine ganze Zahl ab 0 sein</translation>
    </message>
    <message>
        <source>is no Bundle of type transaction</source>
        <translation>ist kein Bundle der Art transaction</translation>
    </message>
    <message>
        <source>asks for something else than DELETE</source>
        <translation>verlangt etwas anderes als DELETE</translation>
    </message>
    <message>
        <source>is no reference of the form type/id</source>
        <translation>ist kein Verweis der Form Art/Kennung</translation>
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
    <name>facet::charts::TimelineOverview</name>
    <message>
        <source>Overview of the whole time</source>
        <translation>Überblick über die ganze Zeit</translation>
    </message>
    <message>
        <source>Left and right move the part that is shown, plus and minus change its length.</source>
        <translation>Links und rechts verschieben den gezeigten Teil, Plus und Minus ändern seine Länge.</translation>
    </message>
</context>
<context>
    <name>facet::charts::TimelineTable</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>facet::charts::TimelineWidget</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
</context>
<context>
    <name>facet::gui::AboutDialog</name>
    <message>
        <source>About Facet</source>
        <translation>Über Facet</translation>
    </message>
    <message>
        <source>Facet %1</source>
        <comment>name and version</comment>
        <translation>Facet %1</translation>
    </message>
    <message>
        <source>A workstation for clinical research in multiple sclerosis: MRI, course, treatment and markers of one patient on one screen.</source>
        <translation>Ein Arbeitsplatz für die klinische Forschung zur Multiplen Sklerose: MRT, Verlauf, Therapie und Marker eines Patienten auf einem Bildschirm.</translation>
    </message>
    <message>
        <source>Facet is for research. It is no medical device: it makes no diagnosis and recommends no treatment.</source>
        <translation>Facet dient der Forschung. Es ist kein Medizinprodukt: Es stellt keine Diagnose und empfiehlt keine Therapie.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. Facet stands on the libraries below.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder später. Facet baut auf den unten genannten Bibliotheken auf.</translation>
    </message>
    <message>
        <source>Notices of libraries</source>
        <translation>Hinweise der Bibliotheken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>facet::gui::CommandPalette</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Patient, page or command</source>
        <translation>Patient, Seite oder Befehl</translation>
    </message>
    <message>
        <source>Search patients, pages and commands</source>
        <translation>Patienten, Seiten und Befehle suchen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
</context>
<context>
    <name>facet::gui::DropVeil</name>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen loslassen</translation>
    </message>
    <message>
        <source>Folders or files in DICOM, BIDS, NIfTI, NRRD or MHA. Names and ids are dropped on the way in.</source>
        <translation>Ordner oder Dateien in DICOM, BIDS, NIfTI, NRRD oder MHA. Namen und Kennungen werden beim Einlesen entfernt.</translation>
    </message>
</context>
<context>
    <name>facet::gui::FactView</name>
    <message>
        <source>How it is counted</source>
        <translation>Wie gezählt wird</translation>
    </message>
    <message>
        <source>How it is counted, records: %1</source>
        <translation>Wie gezählt wird, Einträge: %1</translation>
    </message>
    <message>
        <source>The first %1 of %2; the table of the time line has all.</source>
        <translation>Die ersten %1 von %2; die Tabelle der Zeitachse hat alle.</translation>
    </message>
</context>
<context>
    <name>facet::gui::JobsButton</name>
    <message>
        <source>What is being done; click to see and stop it</source>
        <translation>Was gerade läuft; anklicken zum Ansehen und Anhalten</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>Laufende Vorgänge</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::gui::JobsList</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Waiting for the jobs before it</source>
        <translation>Wartet auf die Vorgänge davor</translation>
    </message>
    <message>
        <source>Running jobs</source>
        <translation>Laufende Vorgänge</translation>
    </message>
</context>
<context>
    <name>facet::gui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>On the page “%1”</source>
        <translation>Auf der Seite „%1“</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Search patients, pages and commands</source>
        <translation>Patienten, Seiten und Befehle suchen</translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation>Menü öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>facet::gui::LesionCounts</name>
    <message>
        <source>Lesions by what became of them</source>
        <translation>Läsionen nach dem, was aus ihnen wurde</translation>
    </message>
</context>
<context>
    <name>facet::gui::LesionPanel</name>
    <message>
        <source>Lesions</source>
        <translation>Läsionen</translation>
    </message>
    <message>
        <source>Lesions of at least 3 mm, seen on two slices or in two planes</source>
        <translation>Läsionen von mindestens 3 mm, auf zwei Schichten oder in zwei Ebenen zu sehen</translation>
    </message>
    <message>
        <source>New and enlarging lesions</source>
        <translation>Neue und vergrößerte Läsionen</translation>
    </message>
    <message>
        <source>Also components that are too small to count as a lesion</source>
        <translation>Auch Komponenten, die zu klein sind, um als Läsion zu zählen</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Lesions %1</source>
        <translation>Läsionen %1</translation>
    </message>
    <message>
        <source>Active %1</source>
        <translation>Aktiv %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>The mask of lesions could not be read. %1</source>
        <translation>Die Läsionsmaske konnte nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Measuring the lesions …</source>
        <translation>Läsionen werden gemessen …</translation>
    </message>
    <message numerus="yes">
        <source>%n lesion(s)</source>
        <translation>
            <numerusform>%n Läsion</numerusform>
            <numerusform>%n Läsionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n component(s)</source>
        <translation>
            <numerusform>%n Komponente</numerusform>
            <numerusform>%n Komponenten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 mL</source>
        <translation>%1 ml</translation>
    </message>
    <message>
        <source>At this scan: %1</source>
        <translation>In dieser Aufnahme: %1</translation>
    </message>
    <message>
        <source>(%1%2 ± %3 mL)</source>
        <translation>(%1%2 ± %3 ml)</translation>
    </message>
    <message>
        <source>Components are connected parts of the mask. Lesions are those of at least 3 mm that are seen on two slices or in two planes. The error of the total is that of all lesions added up, as if all their borders had moved together.</source>
        <translation>Komponenten sind zusammenhängende Teile der Maske. Läsionen sind die von mindestens 3 mm, die auf zwei Schichten oder in zwei Ebenen zu sehen sind. Der Fehler der Summe ist der aller Läsionen zusammengezählt, als hätten sich alle Ränder gemeinsam verschoben.</translation>
    </message>
    <message>
        <source>There is no mask of lesions for this scan. A mask of a reader would be listed here; it comes with a release or by import.</source>
        <translation>Für diese Aufnahme gibt es keine Läsionsmaske. Die Maske eines Befunders stünde hier; sie kommt mit einer Veröffentlichung oder per Import.</translation>
    </message>
    <message>
        <source>This is the first scan: nothing can be compared.</source>
        <translation>Dies ist die erste Aufnahme: Es gibt nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>There is no mask of lesions for the earlier scan: no change can be told.</source>
        <translation>Für die frühere Aufnahme gibt es keine Läsionsmaske: Eine Veränderung lässt sich nicht angeben.</translation>
    </message>
    <message>
        <source>The two masks are of different makers, whose numbers do not mean the same: no change can be told.</source>
        <translation>Die beiden Masken stammen von verschiedenen Erstellern, deren Nummern nicht dasselbe bedeuten: Eine Veränderung lässt sich nicht angeben.</translation>
    </message>
    <message>
        <source>The masks do not say which lesion is which, and nothing is matched by position: no change can be told.</source>
        <translation>Die Masken sagen nicht, welche Läsion welche ist, und nach der Lage wird nichts zugeordnet: Eine Veränderung lässt sich nicht angeben.</translation>
    </message>
    <message>
        <source>the mask&apos;s maker</source>
        <translation>der Ersteller der Maske</translation>
    </message>
    <message>
        <source>Lesions are known by the numbers of one maker (%1).</source>
        <translation>Läsionen sind durch die Nummern eines Erstellers bekannt (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Noise of this pair: borders ± %1 mm, measured on %n lesion(s) seen at both scans.</source>
        <translation>
            <numerusform>Rauschen dieses Paares: Ränder ± %1 mm, an %n Läsion gemessen, die in beiden Aufnahmen zu sehen ist.</numerusform>
            <numerusform>Rauschen dieses Paares: Ränder ± %1 mm, an %n Läsionen gemessen, die in beiden Aufnahmen zu sehen sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Noise of this pair: borders ± %1 mm, assumed from the voxels, for fewer than 8 lesions are seen at both scans.</source>
        <translation>Rauschen dieses Paares: Ränder ± %1 mm, aus den Voxeln angenommen, weil weniger als 8 Läsionen in beiden Aufnahmen zu sehen sind.</translation>
    </message>
    <message>
        <source>Lesion %1</source>
        <translation>Läsion %1</translation>
    </message>
    <message>
        <source>too small to count as a lesion</source>
        <translation>zu klein, um als Läsion zu zählen</translation>
    </message>
    <message numerus="yes">
        <source>Longest diameter %1 mm · %n part(s)</source>
        <translation>
            <numerusform>Längster Durchmesser %1 mm · %n Teil</numerusform>
            <numerusform>Längster Durchmesser %1 mm · %n Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Centre %1</source>
        <translation>Mitte %1</translation>
    </message>
    <message>
        <source>Measured at the earlier scan</source>
        <translation>An der früheren Aufnahme gemessen</translation>
    </message>
    <message>
        <source>Choose a lesion in the table, or click one in 3D.</source>
        <translation>Wählen Sie eine Läsion in der Tabelle, oder klicken Sie eine in 3D an.</translation>
    </message>
</context>
<context>
    <name>facet::gui::MainMenu</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Open folder …</source>
        <translation>&amp;Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open f&amp;iles …</source>
        <translation>Dateien ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>&amp;Sync …</source>
        <translation>&amp;Abgleichen …</translation>
    </message>
    <message>
        <source>&amp;Export report …</source>
        <translation>Bericht &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Close patient</source>
        <translation>Patient s&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Dark, for the reading room</source>
        <translation>&amp;Dunkel, für den Befundraum</translation>
    </message>
    <message>
        <source>&amp;Light, for the office</source>
        <translation>&amp;Hell, für das Büro</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;About Facet</source>
        <translation>Ü&amp;ber Facet</translation>
    </message>
    <message>
        <source>Open a folder of images: BIDS, DICOM, NIfTI, NRRD or MHA</source>
        <translation>Ordner mit Bildern öffnen: BIDS, DICOM, NIfTI, NRRD oder MHA</translation>
    </message>
    <message>
        <source>Open images: DICOM, NIfTI, NRRD or MHA</source>
        <translation>Bilder öffnen: DICOM, NIfTI, NRRD oder MHA</translation>
    </message>
</context>
<context>
    <name>facet::gui::MainWindow</name>
    <message>
        <source>Facet</source>
        <translation>Facet</translation>
    </message>
    <message>
        <source>The patient could not be opened.</source>
        <translation>Der Patient konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>%1 – Facet</source>
        <comment>window title with a patient</comment>
        <translation>%1 – Facet</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
</context>
<context>
    <name>facet::gui::MriPage</name>
    <message>
        <source>No MRI of this person</source>
        <translation>Kein MRT dieser Person</translation>
    </message>
    <message>
        <source>Scans come with a release, or when files are imported: BIDS, DICOM, NIfTI, NRRD, MHA.</source>
        <translation>Aufnahmen kommen mit einer Veröffentlichung oder per Import: BIDS, DICOM, NIfTI, NRRD, MHA.</translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation>Fenster: %1</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>Next lesion</source>
        <translation>Nächste Läsion</translation>
    </message>
    <message>
        <source>Previous lesion</source>
        <translation>Vorige Läsion</translation>
    </message>
    <message>
        <source>Show or hide the lesions</source>
        <translation>Läsionen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Lesions less opaque</source>
        <translation>Läsionen weniger deckend</translation>
    </message>
    <message>
        <source>Lesions more opaque</source>
        <translation>Läsionen deckender</translation>
    </message>
    <message>
        <source>One view on the full page, and back</source>
        <translation>Eine Ansicht auf der ganzen Seite, und zurück</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Reset zoom, place of the image and window</source>
        <translation>Zoom, Lage des Bildes und Fenster zurücksetzen</translation>
    </message>
    <message>
        <source>lesion %1</source>
        <translation>Läsion %1</translation>
    </message>
    <message>
        <source>at the scan of %1</source>
        <translation>in der Aufnahme vom %1</translation>
    </message>
    <message>
        <source>Click or drag</source>
        <translation>Klicken oder Ziehen</translation>
    </message>
    <message>
        <source>Move the cross-hair</source>
        <translation>Fadenkreuz bewegen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Go through the slices</source>
        <translation>Durch die Schichten gehen</translation>
    </message>
    <message>
        <source>Ctrl and wheel</source>
        <translation>Strg und Rad</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Ziehen mit der Mitteltaste</translation>
    </message>
    <message>
        <source>Move the image; also Shift and drag</source>
        <translation>Bild verschieben; auch Umschalt und Ziehen</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Ziehen mit der rechten Taste</translation>
    </message>
    <message>
        <source>Change the window: sideways contrast, up and down brightness</source>
        <translation>Fenster ändern: seitwärts Kontrast, auf und ab Helligkeit</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Move the cross-hair by a voxel; turn the 3D view</source>
        <translation>Fadenkreuz um ein Voxel bewegen; 3D-Ansicht drehen</translation>
    </message>
    <message>
        <source>Home or End</source>
        <translation>Pos1 oder Ende</translation>
    </message>
    <message>
        <source>First or last slice</source>
        <translation>Erste oder letzte Schicht</translation>
    </message>
    <message>
        <source>Hold H</source>
        <translation>H halten</translation>
    </message>
    <message>
        <source>Hide the lesions while the key is held</source>
        <translation>Läsionen ausblenden, solange die Taste gedrückt ist</translation>
    </message>
    <message>
        <source>Escape</source>
        <translation>Escape</translation>
    </message>
    <message>
        <source>All views again</source>
        <translation>Wieder alle Ansichten</translation>
    </message>
    <message>
        <source>Click in 3D</source>
        <translation>Klick in 3D</translation>
    </message>
    <message>
        <source>Select the lesion and go to it</source>
        <translation>Läsion auswählen und zu ihr gehen</translation>
    </message>
</context>
<context>
    <name>facet::gui::MultiplesView</name>
    <message>
        <source>EDSS under each treatment</source>
        <translation>EDSS unter jeder Behandlung</translation>
    </message>
</context>
<context>
    <name>facet::gui::NoticeStack</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
</context>
<context>
    <name>facet::gui::OverviewPage</name>
    <message>
        <source>What is new</source>
        <translation>Neues</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Line before</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Copy these lines as plain text (Ctrl+C)</source>
        <translation>Diese Zeilen als Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>No visit recorded</source>
        <translation>Keine Visite erfasst</translation>
    </message>
    <message>
        <source>What is new since a visit would be listed here. This copy holds no visit of this person; the time line shows what there is.</source>
        <translation>Hier stünde, was seit einer Visite neu ist. Diese Kopie enthält keine Visite dieser Person; die Zeitachse zeigt, was vorhanden ist.</translation>
    </message>
    <message>
        <source>%1 to %2, the day of the data</source>
        <translation>%1 bis %2, dem Tag der Daten</translation>
    </message>
    <message>
        <source>Space or click</source>
        <translation>Leertaste oder Klick</translation>
    </message>
    <message>
        <source>Go to where the line comes from</source>
        <translation>Dorthin gehen, woher die Zeile stammt</translation>
    </message>
    <message>
        <source>The overview was copied as text.</source>
        <translation>Die Übersicht wurde als Text kopiert.</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visiten</translation>
    </message>
    <message>
        <source>Choose the visit since which to look</source>
        <translation>Visite wählen, ab der verglichen wird</translation>
    </message>
    <message>
        <source>New since a visit</source>
        <translation>Neu seit einer Visite</translation>
    </message>
    <message>
        <source>New since the visit of %1</source>
        <translation>Neu seit der Visite vom %1</translation>
    </message>
</context>
<context>
    <name>facet::gui::Page</name>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>MRI</source>
        <translation>MRT</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Therapien</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>All people in this copy, with worklists</source>
        <translation>Alle Personen dieser Kopie, mit Arbeitslisten</translation>
    </message>
    <message>
        <source>What is new since a visit</source>
        <translation>Was seit einer Visite neu ist</translation>
    </message>
    <message>
        <source>Scans of two visits side by side, with lesions</source>
        <translation>Aufnahmen zweier Visiten nebeneinander, mit Läsionen</translation>
    </message>
    <message>
        <source>Course, treatments, relapses and tests over time</source>
        <translation>Verlauf, Therapien, Schübe und Tests über die Zeit</translation>
    </message>
    <message>
        <source>What happened under each treatment</source>
        <translation>Was unter jeder Therapie geschah</translation>
    </message>
    <message>
        <source>Preview and export of the report</source>
        <translation>Vorschau und Export des Berichts</translation>
    </message>
    <message>
        <source>Where the data come from, what came and what was refused</source>
        <translation>Woher die Daten stammen, was kam und was abgewiesen wurde</translation>
    </message>
</context>
<context>
    <name>facet::gui::PagePreview</name>
    <message>
        <source>Pages of the report</source>
        <translation>Seiten des Berichts</translation>
    </message>
</context>
<context>
    <name>facet::gui::PassphraseDialog</name>
    <message>
        <source>Protect your data</source>
        <translation>Ihre Daten schützen</translation>
    </message>
    <message>
        <source>Open your data</source>
        <translation>Ihre Daten öffnen</translation>
    </message>
    <message>
        <source>Choose a passphrase for the copy on this computer.</source>
        <translation>Wählen Sie eine Passphrase für die Kopie auf diesem Computer.</translation>
    </message>
    <message>
        <source>The copy on this computer is encrypted. Type its passphrase to open it.</source>
        <translation>Die Kopie auf diesem Computer ist verschlüsselt. Geben Sie ihre Passphrase ein, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>It encrypts everything that you sync or import. There is no other way in: without the passphrase nobody, you included, can open the copy again.</source>
        <translation>Sie verschlüsselt alles, was Sie abgleichen oder importieren. Es gibt keinen anderen Weg hinein: Ohne die Passphrase kann niemand, auch Sie nicht, die Kopie wieder öffnen.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Schützen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>That was not the passphrase of this copy.</source>
        <translation>Das war nicht die Passphrase dieser Kopie.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s).</source>
        <translation>
            <numerusform>Mindestens %n Zeichen.</numerusform>
            <numerusform>Mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same yet.</source>
        <translation>Die beiden stimmen noch nicht überein.</translation>
    </message>
</context>
<context>
    <name>facet::gui::PatientHeader</name>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>No patient open</source>
        <translation>Kein Patient geöffnet</translation>
    </message>
</context>
<context>
    <name>facet::gui::PatientsPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Relapse in 12 months</source>
        <translation>Schub in 12 Monaten</translation>
    </message>
    <message>
        <source>No visit for 14 months</source>
        <translation>Keine Visite seit 14 Monaten</translation>
    </message>
    <message>
        <source>Everyone who fits the search</source>
        <translation>Alle, die zur Suche passen</translation>
    </message>
    <message>
        <source>A relapse began in the 12 months before the day of the data; pseudo-relapses do not count.</source>
        <translation>In den 12 Monaten vor dem Tag der Daten begann ein Schub; Pseudoschübe zählen nicht.</translation>
    </message>
    <message>
        <source>The last scan is newer than the last report made in this copy, or there is no report.</source>
        <translation>Das letzte MRT ist neuer als der letzte Bericht aus dieser Kopie, oder es gibt keinen Bericht.</translation>
    </message>
    <message>
        <source>The last visit is more than 14 months before the day of the data, or there is none. The dead are left out.</source>
        <translation>Die letzte Visite liegt mehr als 14 Monate vor dem Tag der Daten, oder es gibt keine. Verstorbene sind ausgenommen.</translation>
    </message>
    <message>
        <source>Healthy controls</source>
        <translation>Gesunde Kontrollen</translation>
    </message>
    <message>
        <source>The list of patients could not be read.</source>
        <translation>Die Patientenliste konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>In der Liste suchen</translation>
    </message>
    <message>
        <source>Show healthy controls in the list too</source>
        <translation>Auch gesunde Kontrollen in der Liste zeigen</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Patienten</translation>
    </message>
    <message>
        <source>Show or hide healthy controls</source>
        <translation>Gesunde Kontrollen ein- oder ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n gezeigt</numerusform>
            <numerusform>%n gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter or double click</source>
        <translation>Eingabetaste oder Doppelklick</translation>
    </message>
    <message>
        <source>Open the patient</source>
        <translation>Patient öffnen</translation>
    </message>
    <message>
        <source>Click on a head</source>
        <translation>Klick auf einen Spaltenkopf</translation>
    </message>
    <message>
        <source>Sort by this column</source>
        <translation>Nach dieser Spalte sortieren</translation>
    </message>
    <message>
        <source>No patients yet</source>
        <translation>Noch keine Patienten</translation>
    </message>
    <message>
        <source>Everyone in your copy of the consortium&apos;s data would be listed here. Sync a release to get them, or drop a folder of images on the window.</source>
        <translation>Hier stünden alle Personen Ihrer Kopie der Konsortiumsdaten. Gleichen Sie eine Veröffentlichung ab, oder ziehen Sie einen Ordner mit Bildern auf das Fenster.</translation>
    </message>
    <message>
        <source>Sync …</source>
        <translation>Abgleichen …</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>No one in this copy fits the search and the worklist together.</source>
        <translation>Niemand in dieser Kopie passt zugleich zur Suche und zur Arbeitsliste.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Scan since the last report</source>
        <translation>MRT seit dem letzten Bericht</translation>
    </message>
    <message>
        <source>Pseudonym, drug, country</source>
        <translation>Pseudonym, Medikament, Land</translation>
    </message>
</context>
<context>
    <name>facet::gui::PublisherDialog</name>
    <message>
        <source>Trust this publisher?</source>
        <translation>Diesem Herausgeber vertrauen?</translation>
    </message>
    <message>
        <source>“%1” is not known on this computer yet.</source>
        <translation>„%1“ ist auf diesem Computer noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Release %1 of the series “%2” is signed with a key of this fingerprint:</source>
        <translation>Die Veröffentlichung %1 der Reihe „%2“ ist mit einem Schlüssel dieses Fingerabdrucks signiert:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>Compare it with the one that the publisher gave you on another way, such as a letter or a call. Trust it only if all of it is the same. Later releases of the series must be signed with the same key.</source>
        <translation>Vergleichen Sie ihn mit dem, den der Herausgeber Ihnen auf anderem Weg gab, etwa per Brief oder Anruf. Vertrauen Sie ihm nur, wenn er ganz übereinstimmt. Spätere Veröffentlichungen der Reihe müssen mit demselben Schlüssel signiert sein.</translation>
    </message>
    <message>
        <source>Trust this key</source>
        <translation>Diesem Schlüssel vertrauen</translation>
    </message>
    <message>
        <source>Do not sync</source>
        <translation>Nicht abgleichen</translation>
    </message>
</context>
<context>
    <name>facet::gui::Rail</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Open, export, theme, language, keys (F10)</source>
        <translation>Öffnen, Export, Farbschema, Sprache, Tasten (F10)</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <comment>page summary and its key</comment>
        <translation>%1 (Strg+%2)</translation>
    </message>
    <message>
        <source>Open a patient first.</source>
        <translation>Zuerst einen Patienten öffnen.</translation>
    </message>
</context>
<context>
    <name>facet::gui::RecordButton</name>
    <message>
        <source>Show it on the page “%1”</source>
        <translation>Auf der Seite „%1“ zeigen</translation>
    </message>
</context>
<context>
    <name>facet::gui::ReportPage</name>
    <message>
        <source>Export PDF…</source>
        <translation>PDF exportieren …</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>Sprache des Berichts</translation>
    </message>
    <message>
        <source>Smaller pages (Ctrl+-)</source>
        <translation>Kleinere Seiten (Strg+-)</translation>
    </message>
    <message>
        <source>Larger pages (Ctrl++)</source>
        <translation>Größere Seiten (Strg++)</translation>
    </message>
    <message>
        <source>Fit the pages to the width (Ctrl+0)</source>
        <translation>Seiten an die Breite anpassen (Strg+0)</translation>
    </message>
    <message>
        <source>Write the report as PDF (Ctrl+E)</source>
        <translation>Bericht als PDF schreiben (Strg+E)</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>What is in the report</source>
        <translation>Was im Bericht steht</translation>
    </message>
    <message>
        <source>How much of the course the time line shows</source>
        <translation>Wie viel vom Verlauf die Zeitachse zeigt</translation>
    </message>
    <message>
        <source>Whole course</source>
        <translation>Ganzer Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>Last %n years</source>
        <translation>
            <numerusform>Letztes Jahr</numerusform>
            <numerusform>Letzte %n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the report as PDF</source>
        <translation>Bericht als PDF exportieren</translation>
    </message>
    <message>
        <source>Larger pages</source>
        <translation>Größere Seiten</translation>
    </message>
    <message>
        <source>Smaller pages</source>
        <translation>Kleinere Seiten</translation>
    </message>
    <message>
        <source>Fit the pages to the width</source>
        <translation>Seiten an die Breite anpassen</translation>
    </message>
    <message>
        <source>No patient is open</source>
        <translation>Kein Patient ist geöffnet</translation>
    </message>
    <message>
        <source>The report of the open patient would be shown here.</source>
        <translation>Hier stünde der Bericht des geöffneten Patienten.</translation>
    </message>
    <message>
        <source>Preparing the report</source>
        <translation>Bericht wird vorbereitet</translation>
    </message>
    <message>
        <source>The images of the last two scans are being read.</source>
        <translation>Die Bilder der letzten beiden Aufnahmen werden gelesen.</translation>
    </message>
    <message>
        <source>The images for the report could not be read.</source>
        <translation>Die Bilder für den Bericht konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Report of %1</source>
        <translation>Bericht zu %1</translation>
    </message>
    <message>
        <source>The report could not be prepared.</source>
        <translation>Der Bericht konnte nicht vorbereitet werden.</translation>
    </message>
    <message>
        <source>Report %1</source>
        <comment>file name</comment>
        <translation>Bericht %1</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>The report was not exported.</source>
        <translation>Der Bericht wurde nicht exportiert.</translation>
    </message>
    <message>
        <source>The report was written to %1, but this copy does not record that it was made.</source>
        <translation>Der Bericht wurde nach %1 geschrieben, aber diese Kopie vermerkt nicht, dass er erstellt wurde.</translation>
    </message>
    <message>
        <source>The report was written to %1.</source>
        <translation>Der Bericht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Page %1 of %2 · %3 %</source>
        <translation>Seite %1 von %2 · %3 %</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Scroll through the pages</source>
        <translation>Durch die Seiten blättern</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Rad</translation>
    </message>
    <message>
        <source>Zoom the pages</source>
        <translation>Seiten zoomen</translation>
    </message>
</context>
<context>
    <name>facet::gui::ResponsePage</name>
    <message>
        <source>Treatments, relapses and scans</source>
        <translation>Behandlungen, Schübe und Aufnahmen</translation>
    </message>
    <message>
        <source>What happened under each treatment</source>
        <translation>Was unter jeder Behandlung geschah</translation>
    </message>
    <message>
        <source>Rates with exact 95 % intervals, of this person alone. Choose a number to see what was counted.</source>
        <translation>Raten mit exakten 95-%-Intervallen, nur dieser Person. Wählen Sie eine Zahl, um zu sehen, was gezählt wurde.</translation>
    </message>
    <message>
        <source>Treatments and the times between them</source>
        <translation>Behandlungen und die Zeiten dazwischen</translation>
    </message>
    <message>
        <source>EDSS under each treatment</source>
        <translation>EDSS unter jeder Behandlung</translation>
    </message>
    <message>
        <source>One scale for all, in years since the start. Grey: the year before; dashed: the value before; triangles: relapses.</source>
        <translation>Eine Skala für alle, in Jahren seit Beginn. Grau: das Jahr davor; gestrichelt: der Wert davor; Dreiecke: Schübe.</translation>
    </message>
    <message>
        <source>Copy the chosen treatment as text</source>
        <translation>Gewählte Behandlung als Text kopieren</translation>
    </message>
    <message>
        <source>Next treatment</source>
        <translation>Nächste Behandlung</translation>
    </message>
    <message>
        <source>Treatment before</source>
        <translation>Behandlung davor</translation>
    </message>
    <message>
        <source>Records of the relapses</source>
        <translation>Einträge zu den Schüben</translation>
    </message>
    <message>
        <source>Records of the EDSS</source>
        <translation>Einträge zum EDSS</translation>
    </message>
    <message>
        <source>Records of the scans</source>
        <translation>Einträge zu den Aufnahmen</translation>
    </message>
    <message>
        <source>A healthy control has no treatment</source>
        <translation>Eine gesunde Kontrolle hat keine Behandlung</translation>
    </message>
    <message>
        <source>What happened under each treatment stands here for people with MS.</source>
        <translation>Was unter jeder Behandlung geschah, steht hier für Menschen mit MS.</translation>
    </message>
    <message>
        <source>No treatment on record</source>
        <translation>Keine Behandlung eingetragen</translation>
    </message>
    <message>
        <source>Relapses, EDSS and new lesions under each treatment would stand here. Treatments come with a release.</source>
        <translation>Hier stünden Schübe, EDSS und neue Läsionen unter jeder Behandlung. Behandlungen kommen mit einer Veröffentlichung.</translation>
    </message>
    <message>
        <source>Show the time line</source>
        <translation>Die Zeitachse zeigen</translation>
    </message>
    <message>
        <source>Click on a number</source>
        <translation>Klick auf eine Zahl</translation>
    </message>
    <message>
        <source>See how it is counted and from which records</source>
        <translation>Sehen, wie und aus welchen Einträgen gezählt wird</translation>
    </message>
    <message>
        <source>Click on a day</source>
        <translation>Klick auf einen Tag</translation>
    </message>
    <message>
        <source>Set the time cursor of all pages</source>
        <translation>Den Zeitcursor aller Seiten setzen</translation>
    </message>
    <message>
        <source>Click on a record</source>
        <translation>Klick auf einen Eintrag</translation>
    </message>
    <message>
        <source>Go to where it stands</source>
        <translation>Dorthin gehen, wo er steht</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Go from treatment to treatment</source>
        <translation>Von Behandlung zu Behandlung gehen</translation>
    </message>
    <message>
        <source>The chosen time was copied as text.</source>
        <translation>Die gewählte Zeit wurde als Text kopiert.</translation>
    </message>
</context>
<context>
    <name>facet::gui::SceneView</name>
    <message>
        <source>Lesions in 3D</source>
        <translation>Läsionen in 3D</translation>
    </message>
    <message>
        <source>The mask of lesions could not be read.</source>
        <translation>Die Läsionsmaske konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Lesions would be shown here. There is no mask of this scan.</source>
        <translation>Hier stünden die Läsionen. Zu dieser Aufnahme gibt es keine Maske.</translation>
    </message>
    <message>
        <source>The lesions could not be drawn in 3D.</source>
        <translation>Die Läsionen konnten nicht in 3D gezeichnet werden.</translation>
    </message>
    <message>
        <source>Drawing the lesions …</source>
        <translation>Läsionen werden gezeichnet …</translation>
    </message>
    <message>
        <source>The mask of this scan is empty or lies in another space.</source>
        <translation>Die Maske dieser Aufnahme ist leer oder liegt in einem anderen Raum.</translation>
    </message>
    <message>
        <source>Brain outline estimated, not measured</source>
        <translation>Hirnumriss geschätzt, nicht gemessen</translation>
    </message>
    <message>
        <source>No brain outline</source>
        <translation>Kein Hirnumriss</translation>
    </message>
    <message numerus="yes">
        <source>%n lesion(s) no longer visible left out: the scans are not registered</source>
        <translation>
            <numerusform>%n nicht mehr sichtbare Läsion ausgelassen: die Aufnahmen sind nicht registriert</numerusform>
            <numerusform>%n nicht mehr sichtbare Läsionen ausgelassen: die Aufnahmen sind nicht registriert</numerusform>
        </translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
</context>
<context>
    <name>facet::gui::SearchButton</name>
    <message>
        <source>Search patients and commands</source>
        <translation>Patienten und Befehle suchen</translation>
    </message>
    <message>
        <source>Find a patient, a page or a command (Ctrl+K)</source>
        <translation>Patient, Seite oder Befehl finden (Strg+K)</translation>
    </message>
</context>
<context>
    <name>facet::gui::SegmentPanel</name>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Copy this time with its records and definitions as plain text (Ctrl+C)</source>
        <translation>Diese Zeit mit Einträgen und Definitionen als reinen Text kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>What happened in the chosen time</source>
        <translation>Was in der gewählten Zeit geschah</translation>
    </message>
</context>
<context>
    <name>facet::gui::SliceView</name>
    <message>
        <source>%1 cm</source>
        <translation>%1 cm</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>%1 view of the current visit</source>
        <translation>%1e Ansicht der aktuellen Visite</translation>
    </message>
    <message>
        <source>%1 view of the earlier visit</source>
        <translation>%1e Ansicht der früheren Visite</translation>
    </message>
    <message>
        <source>There is no earlier scan to compare with.</source>
        <translation>Es gibt keine frühere Aufnahme zum Vergleichen.</translation>
    </message>
    <message>
        <source>This image has one slice only; there is nothing to see in this plane.</source>
        <translation>Dieses Bild hat nur eine Schicht; in dieser Ebene ist nichts zu sehen.</translation>
    </message>
    <message>
        <source>Reading this image was stopped. Choose it again to read it.</source>
        <translation>Das Lesen dieses Bildes wurde angehalten. Wählen Sie es erneut, um es zu lesen.</translation>
    </message>
    <message>
        <source>This image could not be read. %1</source>
        <translation>Dieses Bild konnte nicht gelesen werden. %1</translation>
    </message>
    <message>
        <source>Reading the image …</source>
        <translation>Bild wird gelesen …</translation>
    </message>
</context>
<context>
    <name>facet::gui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Readout</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>For research, not for diagnosis</source>
        <translation>Für die Forschung, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>Synthetic demo data</source>
        <translation>Synthetische Demodaten</translation>
    </message>
    <message>
        <source>Nobody in this copy is a real person: all data were made up by a program.</source>
        <translation>Niemand in dieser Kopie ist eine wirkliche Person: Alle Daten hat ein Programm erfunden.</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesend</translation>
    </message>
    <message>
        <source>Another Facet uses this copy; this window can read it but change nothing.</source>
        <translation>Ein anderes Facet benutzt diese Kopie; dieses Fenster kann sie lesen, aber nichts ändern.</translation>
    </message>
    <message>
        <source>Offline copy of %1</source>
        <translation>Offline-Kopie vom %1</translation>
    </message>
    <message>
        <source>Everything shown comes from a copy on this computer, as the consortium published it on this day.</source>
        <translation>Alles Gezeigte stammt aus einer Kopie auf diesem Rechner, so wie das Konsortium sie an diesem Tag veröffentlicht hat.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>Sync a release of the consortium to get data.</source>
        <translation>Gleichen Sie eine Veröffentlichung des Konsortiums ab, um Daten zu erhalten.</translation>
    </message>
</context>
<context>
    <name>facet::gui::SyncPage</name>
    <message>
        <source>nothing: synthetic data only</source>
        <translation>nichts: nur synthetische Daten</translation>
    </message>
    <message>
        <source>a key file</source>
        <translation>eine Schlüsseldatei</translation>
    </message>
    <message>
        <source>the desktop&apos;s keyring</source>
        <translation>den Schlüsselbund der Arbeitsumgebung</translation>
    </message>
    <message>
        <source>a passphrase</source>
        <translation>eine Passphrase</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>shifted, for one person always by the same number of days</source>
        <translation>verschoben, für eine Person immer um dieselbe Zahl von Tagen</translation>
    </message>
    <message>
        <source>years only</source>
        <translation>nur Jahre</translation>
    </message>
    <message>
        <source>Passphrase …</source>
        <translation>Passphrase …</translation>
    </message>
    <message>
        <source>No copy is open</source>
        <translation>Keine Kopie ist geöffnet</translation>
    </message>
    <message>
        <source>What was synced would stand here. Sync a release of your consortium, or look at the demo, whose people do not exist.</source>
        <translation>Hier stünde, was abgeglichen wurde. Gleichen Sie eine Veröffentlichung Ihres Konsortiums ab, oder sehen Sie die Demo an, deren Menschen es nicht gibt.</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Sync a release …</source>
        <translation>Veröffentlichung abgleichen …</translation>
    </message>
    <message>
        <source>Choose the folder of a release: its signature and every checksum are checked before anything is taken</source>
        <translation>Ordner einer Veröffentlichung wählen: Signatur und jede Prüfsumme werden geprüft, bevor etwas übernommen wird</translation>
    </message>
    <message>
        <source>Import images …</source>
        <translation>Bilder importieren …</translation>
    </message>
    <message>
        <source>Choose a folder of your own images: BIDS, DICOM, NIfTI, NRRD or MetaImage</source>
        <translation>Ordner mit eigenen Bildern wählen: BIDS, DICOM, NIfTI, NRRD oder MetaImage</translation>
    </message>
    <message>
        <source>Add a passphrase that opens this copy, or change the one there is</source>
        <translation>Eine Passphrase hinzufügen, die diese Kopie öffnet, oder die vorhandene ändern</translation>
    </message>
    <message>
        <source>The copy on this computer</source>
        <translation>Die Kopie auf diesem Computer</translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation>Herausgeber</translation>
    </message>
    <message>
        <source>Syncs</source>
        <translation>Abgleiche</translation>
    </message>
    <message>
        <source>Records that came with each; images that were read anew</source>
        <translation>Datensätze, die mit jedem kamen; Bilder, die neu gelesen wurden</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>What was synced could not be read.</source>
        <translation>Was abgeglichen wurde, konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>demo: nobody in it is a real person</source>
        <translation>Demo: niemand darin ist eine wirkliche Person</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>Opened by</source>
        <translation>Geöffnet durch</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>AES-256, with a key that comes with the program</source>
        <translation>AES-256, mit einem Schlüssel, der mit dem Programm kommt</translation>
    </message>
    <message>
        <source>AES-256, databases and images alike</source>
        <translation>AES-256, Datenbanken ebenso wie Bilder</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>Nur lesbar</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>Repariert</translation>
    </message>
    <message>
        <source>%1 was damaged and is empty now; sync again to fill it.</source>
        <translation>%1 war beschädigt und ist jetzt leer; gleichen Sie erneut ab, um es zu füllen.</translation>
    </message>
    <message>
        <source>%1 was damaged; what could be read of it was saved.</source>
        <translation>%1 war beschädigt; was davon lesbar war, wurde gerettet.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>none pinned</source>
        <translation>keiner festgelegt</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Data of</source>
        <translation>Daten vom</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Some of it is still to come or was refused; sync again to go on.</source>
        <translation>Ein Teil steht noch aus oder wurde abgelehnt; gleichen Sie erneut ab, um fortzufahren.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Everything that came was taken.</source>
        <translation>Alles, was kam, wurde übernommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) or file(s) with the reason; the rest was taken.</source>
        <translation>
            <numerusform>%n Datensatz oder Datei mit dem Grund; der Rest wurde übernommen.</numerusform>
            <numerusform>%n Datensätze oder Dateien mit dem Grund; der Rest wurde übernommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the folder of a release</source>
        <translation>Ordner einer Veröffentlichung wählen</translation>
    </message>
    <message>
        <source>Choose a folder of images: BIDS, DICOM, NIfTI, NRRD or MetaImage</source>
        <translation>Ordner mit Bildern wählen: BIDS, DICOM, NIfTI, NRRD oder MetaImage</translation>
    </message>
</context>
<context>
    <name>facet::gui::TimelineLegend</name>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
</context>
<context>
    <name>facet::gui::TimelinePage</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Since onset</source>
        <translation>Seit Beginn</translation>
    </message>
    <message>
        <source>Lanes</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Choose which lanes are shown</source>
        <translation>Wählen, welche Spuren gezeigt werden</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show all of the time</source>
        <translation>Die ganze Zeit zeigen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show the same events as a table</source>
        <translation>Dieselben Ereignisse als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy all events as tab-separated values, in English (Ctrl+C)</source>
        <translation>Alle Ereignisse als tabulatorgetrennte Werte kopieren, auf Englisch (Strg+C)</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message>
        <source>Calendar or years since onset</source>
        <translation>Kalender oder Jahre seit Beginn</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translation>Zeitachse als Tabelle</translation>
    </message>
    <message>
        <source>Copy all events as a table</source>
        <translation>Alle Ereignisse als Tabelle kopieren</translation>
    </message>
    <message>
        <source>MRI up to the time cursor</source>
        <translation>MRT bis zum Zeitcursor</translation>
    </message>
    <message>
        <source>Response to the treatment at the time cursor</source>
        <translation>Ansprechen auf die Behandlung am Zeitcursor</translation>
    </message>
    <message>
        <source>Nothing to show on a time line</source>
        <translation>Nichts auf einer Zeitachse zu zeigen</translation>
    </message>
    <message>
        <source>The course would stand here on one axis of time. This copy holds none of it for this person; imported images are on the MRI page.</source>
        <translation>Hier stünde der Verlauf auf einer Zeitachse. Diese Kopie enthält nichts davon zu dieser Person; importierte Bilder sind auf der MRT-Seite.</translation>
    </message>
    <message>
        <source>The first symptom is not on record</source>
        <translation>Das erste Symptom ist nicht eingetragen</translation>
    </message>
    <message>
        <source>Click on a day</source>
        <translation>Klick auf einen Tag</translation>
    </message>
    <message>
        <source>Set the time cursor of all pages</source>
        <translation>Den Zeitcursor aller Seiten setzen</translation>
    </message>
    <message>
        <source>Click on a mark</source>
        <translation>Klick auf ein Zeichen</translation>
    </message>
    <message>
        <source>Read what is on record of it; a scan opens</source>
        <translation>Lesen, was dazu eingetragen ist; eine Aufnahme wird geöffnet</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Zoom at the pointer; with Shift go along the time</source>
        <translation>Am Mauszeiger zoomen; mit Umschalt entlang der Zeit gehen</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Go along the time</source>
        <translation>Entlang der Zeit gehen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Go from event to event and from lane to lane</source>
        <translation>Von Ereignis zu Ereignis und von Spur zu Spur gehen</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Go along the time by half of what is shown</source>
        <translation>Um die Hälfte des Gezeigten entlang der Zeit gehen</translation>
    </message>
    <message>
        <source>All events were copied as a table.</source>
        <translation>Alle Ereignisse wurden als Tabelle kopiert.</translation>
    </message>
</context>
<context>
    <name>facet::gui::TimelinePanel</name>
    <message>
        <source>Response to the treatment of this day</source>
        <translation>Ansprechen auf die Behandlung dieses Tages</translation>
    </message>
    <message>
        <source>What the marks mean</source>
        <translation>Was die Zeichen bedeuten</translation>
    </message>
    <message>
        <source>Choose an event to read what is on record of it. A click on a day sets the time cursor, which all pages share.</source>
        <translation>Wählen Sie ein Ereignis, um zu lesen, was dazu eingetragen ist. Ein Klick auf einen Tag setzt den Zeitcursor, den alle Seiten teilen.</translation>
    </message>
    <message>
        <source>Values at the time cursor</source>
        <translation>Werte am Zeitcursor</translation>
    </message>
    <message>
        <source>At the cursor, %1</source>
        <translation>Am Cursor, %1</translation>
    </message>
    <message>
        <source>On the last day on record, %1</source>
        <translation>Am letzten eingetragenen Tag, %1</translation>
    </message>
    <message>
        <source>Nothing is on record up to this day.</source>
        <translation>Bis zu diesem Tag ist nichts eingetragen.</translation>
    </message>
    <message>
        <source>MRI of %1</source>
        <translation>MRT vom %1</translation>
    </message>
    <message>
        <source>No MRI up to this day</source>
        <translation>Kein MRT bis zu diesem Tag</translation>
    </message>
</context>
<context>
    <name>facet::gui::VisitBar</name>
    <message>
        <source>Scan that is read</source>
        <translation>Aufnahme, die befundet wird</translation>
    </message>
    <message>
        <source>Scan to compare with</source>
        <translation>Aufnahme zum Vergleich</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Current visit</source>
        <translation>Aktuelle Visite</translation>
    </message>
    <message>
        <source>Earlier visit</source>
        <translation>Frühere Visite</translation>
    </message>
    <message>
        <source>Date not known</source>
        <translation>Datum nicht bekannt</translation>
    </message>
    <message>
        <source>%1, date not known</source>
        <translation>%1, Datum nicht bekannt</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Window: black and white at %1</source>
        <translation>Fenster: Schwarz und Weiß bei %1</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>Von Hand eingestellt</translation>
    </message>
    <message>
        <source>the first scan; none at or before %1</source>
        <translation>die erste Aufnahme; keine am oder vor dem %1</translation>
    </message>
    <message>
        <source>last scan before %1</source>
        <translation>letzte Aufnahme vor dem %1</translation>
    </message>
    <message>
        <source>newest scan</source>
        <translation>neueste Aufnahme</translation>
    </message>
    <message>
        <source>current scan</source>
        <translation>aktuelle Aufnahme</translation>
    </message>
    <message>
        <source>No earlier scan</source>
        <translation>Keine frühere Aufnahme</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>vorige</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>früher</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n Tag früher</numerusform>
            <numerusform>%n Tage früher</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 T</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 mm</source>
        <translation>%1 × %2 × %3 mm</translation>
    </message>
    <message>
        <source>slices tilted by %1°</source>
        <translation>Schichten um %1° gekippt</translation>
    </message>
    <message>
        <source>Not registered: both scans lie on one grid, and the cross-hair stands at the same voxel of each.</source>
        <translation>Nicht registriert: Beide Aufnahmen liegen auf einem Gitter, und das Fadenkreuz steht in jeder am selben Voxel.</translation>
    </message>
    <message>
        <source>Not registered: the cross-hair stands at the same proportion of each image, not at the same anatomy.</source>
        <translation>Nicht registriert: Das Fadenkreuz steht in jedem Bild am selben Anteil, nicht an derselben Anatomie.</translation>
    </message>
    <message>
        <source>Not registered</source>
        <translation>Nicht registriert</translation>
    </message>
    <message>
        <source>Another scanner</source>
        <translation>Anderer Scanner</translation>
    </message>
    <message>
        <source>Another scanner than at the current scan: differences of volume may come from it.</source>
        <translation>Anderer Scanner als bei der aktuellen Aufnahme: Unterschiede im Volumen können daher kommen.</translation>
    </message>
    <message>
        <source>Mask not drawn</source>
        <translation>Maske nicht gezeichnet</translation>
    </message>
    <message>
        <source>The mask of lesions lies in another space and is not drawn over this image.</source>
        <translation>Die Läsionsmaske liegt in einem anderen Raum und wird nicht über dieses Bild gezeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) on the file</source>
        <translation>
            <numerusform>%n Hinweis zur Datei</numerusform>
            <numerusform>%n Hinweise zur Datei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>facet::workspace::SegmentModel</name>
    <message>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Relapses</source>
        <translation>Schübe</translation>
    </message>
    <message>
        <source>Rate per year</source>
        <translation>Rate pro Jahr</translation>
    </message>
    <message>
        <source>EDSS</source>
        <translation>EDSS</translation>
    </message>
    <message>
        <source>New T2 lesions</source>
        <translation>Neue T2-Läsionen</translation>
    </message>
    <message>
        <source>Stopped for</source>
        <translation>Beendet wegen</translation>
    </message>
</context>
<context>
    <name>gui</name>
    <message>
        <source>the window did not finish loading</source>
        <translation>das Fenster wurde nicht fertig geladen</translation>
    </message>
    <message>
        <source>the picture cannot be written</source>
        <translation>das Bild kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Reading images for the report</source>
        <translation>Bilder für den Bericht werden gelesen</translation>
    </message>
    <message>
        <source>Preparing the report</source>
        <translation>Bericht wird vorbereitet</translation>
    </message>
    <message>
        <source>Exporting the report</source>
        <translation>Bericht wird exportiert</translation>
    </message>
    <message>
        <source>No cache that can be written is open</source>
        <translation>Es ist kein beschreibbarer Cache geöffnet</translation>
    </message>
    <message>
        <source>Reading what was synced</source>
        <translation>Abgleiche werden gelesen</translation>
    </message>
</context>
<context>
    <name>imaging</name>
    <message>
        <source>ends early, after %1 bytes</source>
        <translation>endet vorzeitig, nach %1 Bytes</translation>
    </message>
    <message>
        <source>is a link to another place</source>
        <translation>ist ein Verweis auf einen anderen Ort</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>the header gives its one slice no thickness: 1 mm was taken</source>
        <translation>der Kopf gibt der einzigen Schicht keine Dicke: 1 mm wurde angenommen</translation>
    </message>
    <message>
        <source>the axes in its header have no length or lie in one plane</source>
        <translation>die Achsen im Kopf haben keine Länge oder liegen in einer Ebene</translation>
    </message>
    <message>
        <source>its axes are not at right angles (%1° off): every voxel was kept where the header puts it</source>
        <translation>seine Achsen stehen nicht senkrecht zueinander (%1° Abweichung): jedes Voxel blieb, wo der Kopf es angibt</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels make no image</source>
        <translation>%1 × %2 × %3 Voxel ergeben kein Bild</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels are more than the limit of %4 bytes</source>
        <translation>%1 × %2 × %3 Voxel überschreiten die Grenze von %4 Bytes</translation>
    </message>
    <message>
        <source>its voxels lie in another file, %1, which did not come with it</source>
        <translation>seine Voxel liegen in einer anderen Datei, %1, die nicht dabei war</translation>
    </message>
    <message>
        <source>names %1 for its voxels, which is no file of its own folder</source>
        <translation>nennt für seine Voxel %1, was keine Datei im selben Ordner ist</translation>
    </message>
    <message>
        <source>does not fit into the memory of this computer</source>
        <translation>passt nicht in den Speicher dieses Rechners</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is no image in a format that is read here</source>
        <translation>ist kein Bild in einem Format, das hier gelesen wird</translation>
    </message>
    <message>
        <source>is DICOM, which is read as a series</source>
        <translation>ist DICOM und wird als Serie gelesen</translation>
    </message>
    <message>
        <source>the format has no rescaling: values were stored as %1 instead of %2 (largest difference %3)</source>
        <translation>das Format kennt keine Skalierung: Werte wurden als %1 statt %2 gespeichert (größte Abweichung %3)</translation>
    </message>
    <message>
        <source>an MHD image is two files</source>
        <translation>ein MHD-Bild besteht aus zwei Dateien</translation>
    </message>
    <message>
        <source>its ending names no image format that is written here</source>
        <translation>seine Endung nennt kein Bildformat, das hier geschrieben wird</translation>
    </message>
    <message>
        <source>is cut off inside its compressed data</source>
        <translation>bricht innerhalb der komprimierten Daten ab</translation>
    </message>
    <message>
        <source>its compressed data are damaged</source>
        <translation>seine komprimierten Daten sind beschädigt</translation>
    </message>
    <message>
        <source>ends before its voxels begin</source>
        <translation>endet, bevor die Voxel beginnen</translation>
    </message>
    <message>
        <source>its header says %1 = %2</source>
        <translation>sein Kopf sagt %1 = %2</translation>
    </message>
    <message>
        <source>holds %1 volumes; one is wanted</source>
        <translation>enthält %1 Volumina; erwartet wird eines</translation>
    </message>
    <message>
        <source>its header does not say which side is left: its axes were taken as left, posterior and superior</source>
        <translation>sein Kopf sagt nicht, welche Seite links ist: seine Achsen wurden als links, posterior und superior angenommen</translation>
    </message>
    <message>
        <source>its header asks for rescaling by slope %1 and offset %2: stored values were taken, as most programs do</source>
        <translation>sein Kopf verlangt eine Skalierung mit Faktor %1 und Versatz %2: wie in den meisten Programmen wurden die gespeicherten Werte genommen</translation>
    </message>
    <message>
        <source>its voxels are spread over several files</source>
        <translation>seine Voxel sind auf mehrere Dateien verteilt</translation>
    </message>
    <message>
        <source>has a header line without a field</source>
        <translation>hat eine Kopfzeile ohne Feld</translation>
    </message>
    <message>
        <source>holds a %1, no image</source>
        <translation>enthält %1 und kein Bild</translation>
    </message>
    <message>
        <source>its header does not say where the voxels are</source>
        <translation>sein Kopf sagt nicht, wo die Voxel liegen</translation>
    </message>
    <message>
        <source>holds %1 values for each voxel; one is wanted</source>
        <translation>enthält %1 Werte je Voxel; erwartet wird einer</translation>
    </message>
    <message>
        <source>has voxels of type %1, which is not read</source>
        <translation>hat Voxel vom Typ %1, der nicht gelesen wird</translation>
    </message>
    <message>
        <source>its header gives axis %1 the size %2</source>
        <translation>sein Kopf gibt der Achse %1 die Größe %2</translation>
    </message>
    <message>
        <source>its lengths are in metres and were turned to millimetres</source>
        <translation>seine Längen sind in Metern und wurden in Millimeter umgerechnet</translation>
    </message>
    <message>
        <source>its lengths are in micrometres and were turned to millimetres</source>
        <translation>seine Längen sind in Mikrometern und wurden in Millimeter umgerechnet</translation>
    </message>
    <message>
        <source>its header gives the voxels the spacing %1 × %2 × %3</source>
        <translation>sein Kopf gibt den Voxeln den Abstand %1 × %2 × %3</translation>
    </message>
    <message>
        <source>its header has neither an sform nor a qform, so left and right are not known: the first voxel was taken as right, posterior and inferior</source>
        <translation>sein Kopf hat weder sform noch qform, links und rechts sind also nicht bekannt: das erste Voxel wurde als rechts, posterior und inferior angenommen</translation>
    </message>
    <message>
        <source>its sform and qform mirror each other and place a voxel up to %1 mm apart: the sform was taken, as its code is %2 (the qform&apos;s is %3)</source>
        <translation>seine sform und qform sind spiegelbildlich und setzen ein Voxel bis zu %1 mm auseinander: die sform wurde genommen, denn ihr Code ist %2 (der der qform %3)</translation>
    </message>
    <message>
        <source>its sform and qform place a voxel up to %1 mm apart: the sform was taken, as its code is %2 (the qform&apos;s is %3)</source>
        <translation>seine sform und qform setzen ein Voxel bis zu %1 mm auseinander: die sform wurde genommen, denn ihr Code ist %2 (der der qform %3)</translation>
    </message>
    <message>
        <source>its sform has no length or lies in one plane: the qform was taken</source>
        <translation>seine sform hat keine Länge oder liegt in einer Ebene: die qform wurde genommen</translation>
    </message>
    <message>
        <source>its qform cannot be used (spacing %1 × %2 × %3): the sform was taken</source>
        <translation>seine qform ist nicht brauchbar (Abstand %1 × %2 × %3): die sform wurde genommen</translation>
    </message>
    <message>
        <source>its qform is no turn and shift</source>
        <translation>seine qform ist keine Drehung mit Verschiebung</translation>
    </message>
    <message>
        <source>its header rescales by slope %1 and intercept %2, which means nothing: stored values were taken</source>
        <translation>sein Kopf skaliert mit Faktor %1 und Versatz %2, was nichts bedeutet: die gespeicherten Werte wurden genommen</translation>
    </message>
    <message>
        <source>its header does not say where the voxels begin: they were read right after it</source>
        <translation>sein Kopf sagt nicht, wo die Voxel beginnen: sie wurden direkt danach gelesen</translation>
    </message>
    <message>
        <source>its header puts the voxels at byte %1</source>
        <translation>sein Kopf setzt die Voxel an Byte %1</translation>
    </message>
    <message>
        <source>is one of two compressed files; unpack both to read them</source>
        <translation>ist eine von zwei komprimierten Dateien; entpacken Sie beide, um sie zu lesen</translation>
    </message>
    <message>
        <source>is an Analyze header or a damaged NIfTI header: it has no NIfTI mark</source>
        <translation>ist ein Analyze-Kopf oder ein beschädigter NIfTI-Kopf: die NIfTI-Kennung fehlt</translation>
    </message>
    <message>
        <source>its header gives %1 bits to voxels of type %2: the type was followed</source>
        <translation>sein Kopf gibt Voxeln vom Typ %2 %1 Bits: der Typ wurde befolgt</translation>
    </message>
    <message>
        <source>its header says %1: %2</source>
        <translation>sein Kopf sagt %1: %2</translation>
    </message>
    <message>
        <source>its header has the field %1 twice</source>
        <translation>sein Kopf enthält das Feld %1 zweimal</translation>
    </message>
    <message>
        <source>holds %1 values for each voxel (axis of kind %2); one is wanted</source>
        <translation>enthält %1 Werte je Voxel (Achse der Art %2); erwartet wird einer</translation>
    </message>
    <message>
        <source>lies in the space %1, which is not read</source>
        <translation>liegt im Raum %1, der nicht gelesen wird</translation>
    </message>
    <message>
        <source>its voxels are encoded as %1, which is not read</source>
        <translation>seine Voxel sind als %1 kodiert, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>its header does not end within 1 MB</source>
        <translation>sein Kopf endet nicht innerhalb von 1 MB</translation>
    </message>
    <message>
        <source>the axes of the voxel grid have no length or lie in one plane</source>
        <translation>die Achsen des Voxelgitters haben keine Länge oder liegen in einer Ebene</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels of type %4 need %5 bytes, not %6</source>
        <translation>%1 × %2 × %3 Voxel vom Typ %4 brauchen %5 Bytes, nicht %6</translation>
    </message>
    <message>
        <source>values cannot be rescaled by slope %1 and intercept %2</source>
        <translation>Werte lassen sich nicht mit Faktor %1 und Versatz %2 skalieren</translation>
    </message>
    <message>
        <source>is cut off: its header promises %1 bytes of voxels and there are %2</source>
        <translation>ist abgeschnitten: sein Kopf verspricht %1 Bytes Voxel, vorhanden sind %2</translation>
    </message>
    <message>
        <source>is cut off or damaged: %1 compressed bytes cannot hold the %2 that its header promises</source>
        <translation>ist abgeschnitten oder beschädigt: %1 komprimierte Bytes können die %2 nicht enthalten, die sein Kopf verspricht</translation>
    </message>
    <message>
        <source>has more data than its header promises</source>
        <translation>enthält mehr Daten, als sein Kopf verspricht</translation>
    </message>
    <message>
        <source>has a voxel that is no %1</source>
        <translation>enthält ein Voxel, das kein %1 ist</translation>
    </message>
    <message>
        <source>has %1 bytes more than its header promises</source>
        <translation>enthält %1 Bytes mehr, als sein Kopf verspricht</translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>does not say which version of BIDS it follows</source>
        <translation>sagt nicht, welcher BIDS-Version es folgt</translation>
    </message>
    <message>
        <source>has no column participant_id</source>
        <translation>hat keine Spalte participant_id</translation>
    </message>
    <message>
        <source>has a row without participant_id</source>
        <translation>hat eine Zeile ohne participant_id</translation>
    </message>
    <message>
        <source>names %1 a second time (first on line %2): the first row counts</source>
        <translation>nennt %1 ein zweites Mal (zuerst in Zeile %2): die erste Zeile zählt</translation>
    </message>
    <message>
        <source>is a link that leads out of the dataset</source>
        <translation>ist ein Verweis, der aus dem Datensatz hinausführt</translation>
    </message>
    <message>
        <source>is a link to a file that is not here</source>
        <translation>ist ein Verweis auf eine Datei, die nicht hier ist</translation>
    </message>
    <message>
        <source>is an image whose name does not follow BIDS; it was left aside</source>
        <translation>ist ein Bild, dessen Name nicht BIDS folgt; es wurde beiseitegelassen</translation>
    </message>
    <message>
        <source>is a link and was not followed</source>
        <translation>ist ein Verweis, dem nicht gefolgt wurde</translation>
    </message>
    <message>
        <source>belongs to sub-%1 by its name and lies in the folder of another; it was left aside</source>
        <translation>gehört dem Namen nach zu sub-%1 und liegt im Ordner eines anderen; es wurde beiseitegelassen</translation>
    </message>
    <message>
        <source>%1 images of the kind %2 are no anatomy and were left aside</source>
        <translation>%1 Bilder der Art %2 sind keine Anatomie und wurden beiseitegelassen</translation>
    </message>
    <message>
        <source>has a row whose index is no whole number</source>
        <translation>hat eine Zeile, deren Index keine ganze Zahl ist</translation>
    </message>
    <message>
        <source>is a transform whose name does not say from and to; it was left aside</source>
        <translation>ist eine Transformation, deren Name from und to nicht nennt; sie wurde beiseitegelassen</translation>
    </message>
    <message>
        <source>has no row for sub-%1</source>
        <translation>hat keine Zeile für sub-%1</translation>
    </message>
    <message>
        <source>has a row without session_id</source>
        <translation>hat eine Zeile ohne session_id</translation>
    </message>
    <message>
        <source>names %1 a second time: the first row counts</source>
        <translation>nennt %1 ein zweites Mal: die erste Zeile zählt</translation>
    </message>
    <message>
        <source>names %1, which lies outside its folder</source>
        <translation>nennt %1, das außerhalb seines Ordners liegt</translation>
    </message>
    <message>
        <source>has the time “%1”, which is no day</source>
        <translation>hat die Zeit „%1“, die kein Tag ist</translation>
    </message>
    <message>
        <source>is no JSON object and was left aside</source>
        <translation>ist kein JSON-Objekt und wurde beiseitegelassen</translation>
    </message>
    <message>
        <source>its BIDS suffix is %1</source>
        <translation>sein BIDS-Suffix ist %1</translation>
    </message>
    <message>
        <source>its BIDS suffix is %1, after contrast agent</source>
        <translation>sein BIDS-Suffix ist %1, nach Kontrastmittel</translation>
    </message>
    <message>
        <source>has a column without a name</source>
        <translation>hat eine Spalte ohne Namen</translation>
    </message>
    <message>
        <source>has two columns of the name %1</source>
        <translation>hat zwei Spalten mit dem Namen %1</translation>
    </message>
    <message>
        <source>has a row of %1 cells under %2 columns</source>
        <translation>hat eine Zeile mit %1 Zellen unter %2 Spalten</translation>
    </message>
    <message>
        <source>column %1 is measured in %2 and holds “%3”: such cells count as missing</source>
        <translation>Spalte %1 wird in %2 gemessen und enthält „%3“: solche Zellen gelten als fehlend</translation>
    </message>
    <message>
        <source>has no line of column names</source>
        <translation>hat keine Zeile mit Spaltennamen</translation>
    </message>
    <message>
        <source>its name says %1</source>
        <translation>sein Name sagt %1</translation>
    </message>
    <message>
        <source>its name says %1 and %2; the echo time is %3 ms</source>
        <translation>sein Name sagt %1 und %2; die Echozeit ist %3 ms</translation>
    </message>
    <message>
        <source>its name says %1, and contrast agent was given</source>
        <translation>sein Name sagt %1, und Kontrastmittel wurde gegeben</translation>
    </message>
    <message>
        <source>its name says %1 after contrast agent</source>
        <translation>sein Name sagt %1 nach Kontrastmittel</translation>
    </message>
    <message>
        <source>neither its name nor its times say what it shows</source>
        <translation>weder sein Name noch seine Zeiten sagen, was es zeigt</translation>
    </message>
    <message>
        <source>repetition time %1 ms, echo time %2 ms, inversion time %3 ms</source>
        <translation>Repetitionszeit %1 ms, Echozeit %2 ms, Inversionszeit %3 ms</translation>
    </message>
    <message>
        <source>it is no magnetic resonance image (%1)</source>
        <translation>es ist kein Magnetresonanzbild (%1)</translation>
    </message>
    <message>
        <source>its image type says %1</source>
        <translation>sein Bildtyp sagt %1</translation>
    </message>
    <message>
        <source>its times look like %1 (repetition %2 ms, echo %3 ms, inversion %4 ms)</source>
        <translation>seine Zeiten sehen nach %1 aus (Repetition %2 ms, Echo %3 ms, Inversion %4 ms)</translation>
    </message>
    <message>
        <source>holds no image</source>
        <translation>enthält kein Bild</translation>
    </message>
    <message>
        <source>holds %1 volumes, and no number %2</source>
        <translation>enthält %1 Volumen und keine Nummer %2</translation>
    </message>
    <message>
        <source>holds %1 volumes, of which one must be chosen by its number: %2</source>
        <translation>enthält %1 Volumen, von denen eines über seine Nummer zu wählen ist: %2</translation>
    </message>
    <message>
        <source>is a BIDS dataset; one of its images is wanted</source>
        <translation>ist ein BIDS-Datensatz; erwartet wird eines seiner Bilder</translation>
    </message>
    <message>
        <source>holds no DICOM image</source>
        <translation>enthält kein DICOM-Bild</translation>
    </message>
    <message>
        <source>says that text is burned into its pixels: look at them</source>
        <translation>sagt, dass Text in seine Pixel eingebrannt ist: sehen Sie nach</translation>
    </message>
    <message>
        <source>may hold an overlay inside its compressed pixels: look at them</source>
        <translation>kann in seinen komprimierten Pixeln ein Overlay enthalten: sehen Sie nach</translation>
    </message>
    <message>
        <source>is DICOM without an image</source>
        <translation>ist DICOM ohne Bild</translation>
    </message>
    <message>
        <source>at %1 mm along the stack</source>
        <translation>bei %1 mm entlang des Stapels</translation>
    </message>
    <message>
        <source>the slice between it and %1 is missing and was left empty</source>
        <translation>die Schicht zwischen ihr und %1 fehlt und blieb leer</translation>
    </message>
    <message>
        <source>%2 slices between it and %1 are missing and were left empty</source>
        <translation>%2 Schichten zwischen ihr und %1 fehlen und blieben leer</translation>
    </message>
    <message>
        <source>%1 more slices are missing at %2 places and were left empty</source>
        <translation>%1 weitere Schichten fehlen an %2 Stellen und blieben leer</translation>
    </message>
    <message>
        <source>lies %1 mm from %2, other slices %3 mm from each other: they make no volume</source>
        <translation>liegt %1 mm von %2, andere Schichten %3 mm voneinander: sie ergeben kein Volumen</translation>
    </message>
    <message>
        <source>lies %1 mm from %2, other slices %3 mm from each other: the volume was interpolated to slices every %4 mm</source>
        <translation>liegt %1 mm von %2, andere Schichten %3 mm voneinander: das Volumen wurde auf Schichten alle %4 mm interpoliert</translation>
    </message>
    <message>
        <source>lies %1 mm from %2, slices on average %3 mm from each other: even steps were taken, which moves a slice by up to %4 mm</source>
        <translation>liegt %1 mm von %2, Schichten im Mittel %3 mm voneinander: es wurden gleiche Abstände genommen, was eine Schicht um bis zu %4 mm verschiebt</translation>
    </message>
    <message>
        <source>its slices are tilted by %1° against their stack: the axes are not at right angles, and every voxel was kept where the header puts it</source>
        <translation>seine Schichten sind um %1° gegen ihren Stapel gekippt: die Achsen stehen nicht senkrecht zueinander, und jedes Voxel blieb, wo der Kopf es angibt</translation>
    </message>
    <message>
        <source>lies %1 mm beside the line of the other slices: they make no volume</source>
        <translation>liegt %1 mm neben der Linie der anderen Schichten: sie ergeben kein Volumen</translation>
    </message>
    <message>
        <source>lies %1 mm beside the line of the other slices</source>
        <translation>liegt %1 mm neben der Linie der anderen Schichten</translation>
    </message>
    <message>
        <source>is rescaled by slope %1 and intercept %2, %3 by %4 and %5: values were stored as they are</source>
        <translation>wird mit Steigung %1 und Achsenabschnitt %2 skaliert, %3 mit %4 und %5: Werte wurden gespeichert, wie sie sind</translation>
    </message>
    <message>
        <source>DICOM cannot be written: %1</source>
        <translation>DICOM kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>is a link that leads out of the folder</source>
        <translation>ist ein Verweis, der aus dem Ordner hinausführt</translation>
    </message>
    <message>
        <source>is a DICOM segmentation, no image</source>
        <translation>ist eine DICOM-Segmentierung, kein Bild</translation>
    </message>
    <message>
        <source>is a radiotherapy dose, no image</source>
        <translation>ist eine Strahlendosis, kein Bild</translation>
    </message>
    <message>
        <source>is a mosaic of several slices in one image, which is not read</source>
        <translation>ist ein Mosaik mehrerer Schichten in einem Bild, das nicht gelesen wird</translation>
    </message>
    <message>
        <source>is DICOM without an image (%1)</source>
        <translation>ist DICOM ohne Bild (%1)</translation>
    </message>
    <message>
        <source>is a colour image (%1); grey is wanted</source>
        <translation>ist ein Farbbild (%1); erwartet wird Grau</translation>
    </message>
    <message>
        <source>asks to be shown inverted; its values were kept as they are</source>
        <translation>soll invertiert gezeigt werden; seine Werte blieben, wie sie sind</translation>
    </message>
    <message>
        <source>has %1 rows and %2 columns</source>
        <translation>hat %1 Zeilen und %2 Spalten</translation>
    </message>
    <message>
        <source>has pixels of %1 bits, which are not read</source>
        <translation>hat Pixel mit %1 Bit, die nicht gelesen werden</translation>
    </message>
    <message>
        <source>stores %1 of %2 bits up to bit %3, which cannot be</source>
        <translation>speichert %1 von %2 Bits bis Bit %3, was nicht sein kann</translation>
    </message>
    <message>
        <source>is an image without a place in the patient</source>
        <translation>ist ein Bild ohne Ort im Patienten</translation>
    </message>
    <message>
        <source>has no pixel spacing above 0</source>
        <translation>hat keinen Pixelabstand über 0</translation>
    </message>
    <message>
        <source>its rows and columns are not at right angles to each other</source>
        <translation>seine Zeilen und Spalten stehen nicht senkrecht zueinander</translation>
    </message>
    <message>
        <source>rescales by slope 0: stored values were taken</source>
        <translation>skaliert mit Steigung 0: die gespeicherten Werte wurden genommen</translation>
    </message>
    <message>
        <source>holds %1 frames without a place for each</source>
        <translation>enthält %1 Einzelbilder ohne Ort für jedes</translation>
    </message>
    <message>
        <source>is cut off: its header promises %1 bytes of pixels and the file has %2</source>
        <translation>ist abgeschnitten: sein Kopf verspricht %1 Bytes Pixel, und die Datei hat %2</translation>
    </message>
    <message>
        <source>holds %1 frames</source>
        <translation>enthält %1 Einzelbilder</translation>
    </message>
    <message>
        <source>is a DICOM file that is cut off</source>
        <translation>ist eine abgeschnittene DICOM-Datei</translation>
    </message>
    <message>
        <source>is a damaged DICOM file: %1</source>
        <translation>ist eine beschädigte DICOM-Datei: %1</translation>
    </message>
    <message>
        <source>is no DICOM file</source>
        <translation>ist keine DICOM-Datei</translation>
    </message>
    <message>
        <source>has fewer pixels than its header promises</source>
        <translation>hat weniger Pixel, als sein Kopf verspricht</translation>
    </message>
    <message>
        <source>its compressed pixels are damaged</source>
        <translation>seine komprimierten Pixel sind beschädigt</translation>
    </message>
    <message>
        <source>is compressed as %1, which is not read</source>
        <translation>ist als %1 komprimiert, was nicht gelesen wird</translation>
    </message>
    <message>
        <source>has changed since its folder was looked through</source>
        <translation>hat sich geändert, seit der Ordner durchgesehen wurde</translation>
    </message>
    <message>
        <source>its series has %1 bytes of voxels, the limit is %2</source>
        <translation>seine Serie hat %1 Bytes Voxel, die Grenze ist %2</translation>
    </message>
    <message>
        <source>a series without files was asked for</source>
        <translation>eine Serie ohne Dateien wurde verlangt</translation>
    </message>
    <message>
        <source>a series was asked for whose slices name no file</source>
        <translation>eine Serie wurde verlangt, deren Schichten keine Datei nennen</translation>
    </message>
    <message>
        <source>is named in the DICOMDIR and is not there</source>
        <translation>steht im DICOMDIR und ist nicht da</translation>
    </message>
    <message>
        <source>lies at the same place as %1 and was left out</source>
        <translation>liegt an derselben Stelle wie %1 und wurde ausgelassen</translation>
    </message>
    <message>
        <source>and %1 more lie at the place of another slice and were left out</source>
        <translation>und %1 weitere liegen an der Stelle einer anderen Schicht und wurden ausgelassen</translation>
    </message>
    <message>
        <source>is the same instance as %1 and was left out</source>
        <translation>ist dieselbe Instanz wie %1 und wurde ausgelassen</translation>
    </message>
    <message>
        <source>and %1 more hold the same instance as another file and were left out</source>
        <translation>und %1 weitere enthalten dieselbe Instanz wie eine andere Datei und wurden ausgelassen</translation>
    </message>
    <message>
        <source>%1 × %2 pixels are more than DICOM holds in a slice</source>
        <translation>%1 × %2 Pixel sind mehr, als DICOM in einer Schicht fasst</translation>
    </message>
    <message>
        <source>its rows and columns are not at right angles, which DICOM cannot hold</source>
        <translation>seine Zeilen und Spalten stehen nicht senkrecht zueinander, was DICOM nicht fassen kann</translation>
    </message>
    <message>
        <source>is no empty folder; a series is written into one of its own</source>
        <translation>ist kein leerer Ordner; eine Serie wird in einen eigenen geschrieben</translation>
    </message>
    <message>
        <source>values were rescaled to 16 bits (largest difference %1)</source>
        <translation>Werte wurden auf 16 Bit skaliert (größte Abweichung %1)</translation>
    </message>
    <message>
        <source>is no ITK transform in text form</source>
        <translation>ist keine ITK-Transformation in Textform</translation>
    </message>
    <message>
        <source>holds several transforms; one is wanted</source>
        <translation>enthält mehrere Transformationen; erwartet wird eine</translation>
    </message>
    <message>
        <source>holds a transform of kind %1, which is not read</source>
        <translation>enthält eine Transformation der Art %1, die nicht gelesen wird</translation>
    </message>
    <message>
        <source>has a parameter that is no number</source>
        <translation>hat einen Parameter, der keine Zahl ist</translation>
    </message>
    <message>
        <source>holds no transform</source>
        <translation>enthält keine Transformation</translation>
    </message>
    <message>
        <source>has %1 parameters; %2 has %3</source>
        <translation>hat %1 Parameter; %2 hat %3</translation>
    </message>
    <message>
        <source>cannot be turned back</source>
        <translation>ist nicht umkehrbar</translation>
    </message>
    <message>
        <source>%1 × %2 × %3 voxels make no label map</source>
        <translation>%1 × %2 × %3 Voxel ergeben keine Labelkarte</translation>
    </message>
    <message>
        <source>holds the value %1, which is no label</source>
        <translation>enthält den Wert %1, der kein Label ist</translation>
    </message>
    <message>
        <source>voxel %1, %2, %3</source>
        <translation>Voxel %1, %2, %3</translation>
    </message>
    <message>
        <source>has voxels that are no number, which DICOM cannot hold</source>
        <translation>hat Voxel, die keine Zahl sind, was DICOM nicht fassen kann</translation>
    </message>
</context>
<context>
    <name>lesions</name>
    <message>
        <source>the table has no head</source>
        <translation>die Tabelle hat keine Kopfzeile</translation>
    </message>
    <message>
        <source>the table has no column “index”</source>
        <translation>die Tabelle hat keine Spalte „index“</translation>
    </message>
    <message>
        <source>%1 columns instead of %2</source>
        <translation>%1 Spalten statt %2</translation>
    </message>
    <message>
        <source>the index “%1” is no whole number from 0 on</source>
        <translation>der Index „%1“ ist keine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>the index %1 stands twice</source>
        <translation>der Index %1 kommt zweimal vor</translation>
    </message>
    <message>
        <source>labels must be whole numbers from 0 on</source>
        <translation>Labels müssen ganze Zahlen ab 0 sein</translation>
    </message>
</context>
<context>
    <name>rendering</name>
    <message>
        <source>no brain stands out in this image</source>
        <translation>in diesem Bild hebt sich kein Gehirn ab</translation>
    </message>
    <message>
        <source>no surface could be made: %1</source>
        <translation>es konnte keine Oberfläche erzeugt werden: %1</translation>
    </message>
    <message>
        <source>the mask is empty</source>
        <translation>die Maske ist leer</translation>
    </message>
</context>
<context>
    <name>reporting</name>
    <message>
        <source>Reading the images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Drawing the images</source>
        <translation>Bilder werden gezeichnet</translation>
    </message>
    <message>
        <source>Writing the pages</source>
        <translation>Seiten werden geschrieben</translation>
    </message>
    <message>
        <source>The font of the report is not installed; on Debian it is in fonts-inter</source>
        <translation>Die Schrift des Berichts ist nicht installiert; unter Debian ist sie in fonts-inter</translation>
    </message>
    <message>
        <source>The pages could not be drawn</source>
        <translation>Die Seiten konnten nicht gezeichnet werden</translation>
    </message>
    <message>
        <source>The moment of creation could not be set</source>
        <translation>Der Zeitpunkt der Erstellung konnte nicht gesetzt werden</translation>
    </message>
    <message>
        <source>whether dates were shifted is not known</source>
        <translation>ob Daten verschoben wurden, ist nicht bekannt</translation>
    </message>
    <message>
        <source>exact dates</source>
        <translation>genaue Datumsangaben</translation>
    </message>
    <message>
        <source>all dates of this person are shifted by the same number of days</source>
        <translation>alle Daten dieser Person sind um dieselbe Zahl von Tagen verschoben</translation>
    </message>
    <message>
        <source>only the years of dates were delivered</source>
        <translation>nur die Jahre der Daten wurden geliefert</translation>
    </message>
    <message>
        <source>No visit is on record, so that there is no day since which to tell what is new.</source>
        <translation>Es ist keine Visite eingetragen, sodass es keinen Tag gibt, seit dem zu sagen wäre, was neu ist.</translation>
    </message>
    <message>
        <source>New since the visit of %1</source>
        <translation>Neu seit der Visite vom %1</translation>
    </message>
    <message>
        <source>Nothing with a date is on record.</source>
        <translation>Nichts mit einem Datum ist eingetragen.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n year(s)</source>
        <translation>
            <numerusform>Das letzte Jahr</numerusform>
            <numerusform>Die letzten %n Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Treatments</source>
        <translation>Behandlungen</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Visiten</translation>
    </message>
    <message>
        <source>MRI scans</source>
        <translation>MRT-Aufnahmen</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>Schlüsselbilder</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Läsionen</translation>
    </message>
    <message>
        <source>Definitions</source>
        <translation>Definitionen</translation>
    </message>
    <message>
        <source>Patient report</source>
        <translation>Patientenbericht</translation>
    </message>
    <message>
        <source>Data of %1; %2</source>
        <translation>Daten vom %1; %2</translation>
    </message>
    <message>
        <source>Synthetic data: this person does not exist</source>
        <translation>Synthetische Daten: Diese Person gibt es nicht</translation>
    </message>
    <message>
        <source>For research. Not for diagnosis and not for decisions about treatment.</source>
        <translation>Für die Forschung. Nicht für Diagnosen und nicht für Entscheidungen über eine Behandlung.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>onset in it</source>
        <translation>Beginn darin</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Relapses in the year before</source>
        <translation>Schübe im Jahr davor</translation>
    </message>
    <message>
        <source>Relapses under it</source>
        <translation>Schübe darunter</translation>
    </message>
    <message>
        <source>Per year (exact 95 % interval)</source>
        <translation>Pro Jahr (exaktes 95-%-Intervall)</translation>
    </message>
    <message>
        <source>EDSS before → last</source>
        <translation>EDSS davor → zuletzt</translation>
    </message>
    <message>
        <source>New T2 lesions</source>
        <translation>Neue T2-Läsionen</translation>
    </message>
    <message>
        <source>Stopped for</source>
        <translation>Beendet wegen</translation>
    </message>
    <message>
        <source>What happens after a drug was stopped may still belong to it, as what is left of its effect or as a rebound; it is counted in the time without a drug, where it began.</source>
        <translation>Was nach dem Absetzen geschieht, kann noch zum Medikament gehören, als Rest seiner Wirkung oder als Rebound; es wird in der Zeit ohne Medikament gezählt, in der es begann.</translation>
    </message>
    <message>
        <source>Treatment is started after relapses, so the rate falls without it too: the rates of one person tell nothing about which drug works better.</source>
        <translation>Behandlungen werden nach Schüben begonnen, daher fällt die Rate auch ohne sie: Die Raten einer Person sagen nichts darüber, welches Medikament besser wirkt.</translation>
    </message>
    <message>
        <source>No disease-modifying treatment is on record.</source>
        <translation>Es ist keine verlaufsmodifizierende Behandlung eingetragen.</translation>
    </message>
    <message>
        <source>What happened under each treatment, up to the last contact</source>
        <translation>Was unter jeder Behandlung geschah, bis zum letzten Kontakt</translation>
    </message>
    <message>
        <source>EDSS under each treatment, from a year before its start</source>
        <translation>EDSS unter jeder Behandlung, ab einem Jahr vor ihrem Beginn</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>EDSS</source>
        <translation>EDSS</translation>
    </message>
    <message>
        <source>Amb</source>
        <translation>Geh</translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) dated after the day of the data is (are) left out.</source>
        <translation>
            <numerusform>%n Visite nach dem Tag der Daten ist ausgelassen.</numerusform>
            <numerusform>%n Visiten nach dem Tag der Daten sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No visit is on record.</source>
        <translation>Es ist keine Visite eingetragen.</translation>
    </message>
    <message>
        <source>Functional systems as examined, not converted: %1; Amb: ambulation score. A dash: not examined.</source>
        <translation>Funktionelle Systeme wie untersucht, nicht umgerechnet: %1; Geh: Gehfähigkeits-Score. Ein Strich: nicht untersucht.</translation>
    </message>
    <message>
        <source>EDSS as entered and functional systems, newest first</source>
        <translation>EDSS wie eingetragen und funktionelle Systeme, neueste zuerst</translation>
    </message>
    <message>
        <source>definition of Facet</source>
        <translation>Definition von Facet</translation>
    </message>
    <message>
        <source>Whether the dates are those of the calendar is not known.</source>
        <translation>Ob die Datumsangaben die des Kalenders sind, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Dates are those of the calendar. A month or a year alone means that no more is known; it is never completed.</source>
        <translation>Datumsangaben sind die des Kalenders. Ein Monat oder Jahr allein heißt, dass nicht mehr bekannt ist; es wird nie ergänzt.</translation>
    </message>
    <message>
        <source>All dates of this person are shifted by the same, unknown number of days: times between them are right, calendar dates and seasons are not.</source>
        <translation>Alle Daten dieser Person sind um dieselbe, unbekannte Zahl von Tagen verschoben: Zeitabstände stimmen, Kalenderdaten und Jahreszeiten nicht.</translation>
    </message>
    <message>
        <source>Only years were delivered; times between dates are known to a year.</source>
        <translation>Es wurden nur Jahre geliefert; Zeitabstände sind auf ein Jahr genau bekannt.</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>manifest of the release</source>
        <translation>Manifest der Veröffentlichung</translation>
    </message>
    <message>
        <source>Phenotypes as recorded, in the terms of Lublin 2014.</source>
        <translation>Phänotypen wie eingetragen, in den Begriffen von Lublin 2014.</translation>
    </message>
    <message>
        <source>Lublin et al., Neurology 2014;83:278</source>
        <translation>Lublin et al., Neurology 2014;83:278</translation>
    </message>
    <message>
        <source>Expanded Disability Status Scale, 0 to 10, as the examiner entered it; drawn in steps, never interpolated.</source>
        <translation>Expanded Disability Status Scale, 0 bis 10, wie vom Untersucher eingetragen; in Stufen gezeichnet, nie interpoliert.</translation>
    </message>
    <message>
        <source>Kurtzke, Neurology 1983;33:1444</source>
        <translation>Kurtzke, Neurology 1983;33:1444</translation>
    </message>
    <message>
        <source>Relapses per year</source>
        <translation>Schübe pro Jahr</translation>
    </message>
    <message>
        <source>exact interval of Garwood, Biometrika 1936;28:437</source>
        <translation>exaktes Intervall nach Garwood, Biometrika 1936;28:437</translation>
    </message>
    <message>
        <source>EDSS under a treatment</source>
        <translation>EDSS unter einer Behandlung</translation>
    </message>
    <message>
        <source>Choice of images</source>
        <translation>Auswahl der Bilder</translation>
    </message>
    <message>
        <source>The last two scans with images, in the first of FLAIR, T2w and T1w that both have. Up to three slices: those through the largest new lesions, then through those that enlarged most, at least 5 mm apart; without any, the slice with the largest lesion area; without a mask the middle one.</source>
        <translation>Die letzten beiden Aufnahmen mit Bildern, im ersten von FLAIR, T2w und T1w, das beide haben. Bis zu drei Schichten: die durch die größten neuen Läsionen, dann durch die am meisten vergrößerten, mindestens 5 mm auseinander; ohne solche die Schicht mit der größten Läsionsfläche; ohne Maske die mittlere.</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>Longest diameter of at least %1 mm, seen on at least %2 slices or in %3 planes. Connected parts of a mask, touching by faces, are counted apart.</source>
        <translation>Längster Durchmesser von mindestens %1 mm, auf mindestens %2 Schichten oder in %3 Ebenen zu sehen. Zusammenhängende Teile einer Maske, die sich mit Flächen berühren, werden gesondert gezählt.</translation>
    </message>
    <message>
        <source>practice of MS trials and MAGNIMS reading</source>
        <translation>Praxis von MS-Studien und MAGNIMS-Befundung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>New and no longer visible go by presence alone, by the numbers of the reader&apos;s file. Enlarging and shrinking are differences of volume beyond %1 standard deviations of this pair&apos;s measurement error, within measurement error those beyond one, stable those below. No longer visible does not mean healed.</source>
        <translation>Neu und nicht mehr sichtbar richten sich allein nach dem Vorhandensein, nach den Nummern in der Datei des Befunders. Vergrößert und verkleinert sind Volumenunterschiede über %1 Standardabweichungen des Messfehlers dieses Paares, innerhalb des Messfehlers die über einer, stabil die darunter. Nicht mehr sichtbar heißt nicht geheilt.</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>Distance from the scanner&apos;s origin towards left or right, posterior or anterior, superior or inferior.</source>
        <translation>Abstand vom Ursprung des Scanners nach links oder rechts, posterior oder anterior, superior oder inferior.</translation>
    </message>
    <message>
        <source>DICOM PS3.3 C.7.6.2.1.1</source>
        <translation>DICOM PS3.3 C.7.6.2.1.1</translation>
    </message>
    <message>
        <source>Scan %1, day not known</source>
        <translation>Aufnahme %1, Tag nicht bekannt</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht berichtet</translation>
    </message>
    <message>
        <source>no earlier scan</source>
        <translation>keine frühere Aufnahme</translation>
    </message>
    <message>
        <source>a scan not on record</source>
        <translation>eine nicht eingetragene Aufnahme</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>nicht verglichen</translation>
    </message>
    <message>
        <source>no contrast given</source>
        <translation>kein Kontrastmittel gegeben</translation>
    </message>
    <message>
        <source>contrast not stated</source>
        <translation>Kontrastmittel nicht angegeben</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <source>%1 slice %2 of %3</source>
        <translation>%1, Schicht %2 von %3</translation>
    </message>
    <message>
        <source>Each slice goes through the middle of the lesion at that scan.</source>
        <translation>Jede Schicht geht durch die Mitte der Läsion in dieser Aufnahme.</translation>
    </message>
    <message>
        <source>The earlier slice was found by the stored registration; both are shown as acquired.</source>
        <translation>Die frühere Schicht wurde über die gespeicherte Registrierung gefunden; beide sind wie aufgenommen gezeigt.</translation>
    </message>
    <message>
        <source>The scans are not registered: both slices lie at equal coordinates of the scanner, which may be another place in the head.</source>
        <translation>Die Aufnahmen sind nicht registriert: Beide Schichten liegen an gleichen Koordinaten des Scanners, was ein anderer Ort im Kopf sein kann.</translation>
    </message>
    <message>
        <source>The slice with the largest lesion area</source>
        <translation>Die Schicht mit der größten Läsionsfläche</translation>
    </message>
    <message>
        <source>The middle slice, because no lesion mask is at hand</source>
        <translation>Die mittlere Schicht, weil keine Läsionsmaske vorliegt</translation>
    </message>
    <message>
        <source>Lesion %1, %2: %3 → %4 mm³ · %5 mm</source>
        <translation>Läsion %1, %2: %3 → %4 mm³ · %5 mm</translation>
    </message>
    <message>
        <source>Lesion %1, %2: %3 mm³ · %4 mm</source>
        <translation>Läsion %1, %2: %3 mm³ · %4 mm</translation>
    </message>
    <message>
        <source>outlined</source>
        <translation>umrandet</translation>
    </message>
    <message>
        <source>Not compared: there is one scan with images.</source>
        <translation>Nicht verglichen: es gibt eine Aufnahme mit Bildern.</translation>
    </message>
    <message>
        <source>Not compared: a lesion mask is missing at one of the two scans.</source>
        <translation>Nicht verglichen: bei einer der beiden Aufnahmen fehlt eine Läsionsmaske.</translation>
    </message>
    <message>
        <source>Not compared: the masks do not say which lesion of one scan is which of the other.</source>
        <translation>Nicht verglichen: die Masken sagen nicht, welche Läsion der einen Aufnahme welche der anderen ist.</translation>
    </message>
    <message>
        <source>Not compared: the masks of the two scans come from different readers.</source>
        <translation>Nicht verglichen: die Masken der beiden Aufnahmen stammen von verschiedenen Befundern.</translation>
    </message>
    <message>
        <source>%1: no lesion mask.</source>
        <translation>%1: keine Läsionsmaske.</translation>
    </message>
    <message>
        <source>who drew it is not stated</source>
        <translation>wer sie zeichnete, ist nicht angegeben</translation>
    </message>
    <message>
        <source>Between the two scans: %1.</source>
        <translation>Zwischen den beiden Aufnahmen: %1.</translation>
    </message>
    <message>
        <source>Measurement error of this pair: the drawn border moves by %1 mm (one standard deviation), measured on %2 lesions seen at both scans. It is no scan–rescan error.</source>
        <translation>Messfehler dieses Paares: Der gezeichnete Rand verschiebt sich um %1 mm (eine Standardabweichung), gemessen an %2 Läsionen, die in beiden Aufnahmen zu sehen sind. Es ist kein Wiederholungsfehler der Aufnahme.</translation>
    </message>
    <message>
        <source>Measurement error of this pair: the drawn border is assumed to move by %1 mm (one standard deviation), from the size of the voxels, because only %2 lesions are seen at both scans.</source>
        <translation>Messfehler dieses Paares: Für den gezeichneten Rand wird aus der Größe der Voxel eine Verschiebung von %1 mm (eine Standardabweichung) angenommen, weil nur %2 Läsionen in beiden Aufnahmen zu sehen sind.</translation>
    </message>
    <message>
        <source>Volume on %1, mm³</source>
        <translation>Volumen am %1, mm³</translation>
    </message>
    <message>
        <source>Centre, mm</source>
        <translation>Mitte, mm</translation>
    </message>
    <message>
        <source>Change, mm³</source>
        <translation>Änderung, mm³</translation>
    </message>
    <message>
        <source>Error (95 %), mm³</source>
        <translation>Fehler (95 %), mm³</translation>
    </message>
    <message>
        <source>Longest diameter, mm</source>
        <translation>Längster Durchmesser, mm</translation>
    </message>
    <message>
        <source>The images were not read for this report.</source>
        <translation>Die Bilder wurden für diesen Bericht nicht gelesen.</translation>
    </message>
    <message>
        <source>No images are in this copy.</source>
        <translation>In dieser Kopie sind keine Bilder.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>New T2</source>
        <translation>Neue T2</translation>
    </message>
    <message>
        <source>Enlarging T2</source>
        <translation>Vergrößerte T2</translation>
    </message>
    <message>
        <source>Enhancing</source>
        <translation>Anreichernd</translation>
    </message>
    <message>
        <source>No MRI report is on record.</source>
        <translation>Es ist kein MRT-Befund eingetragen.</translation>
    </message>
    <message>
        <source>As the radiologist reported them, each against the scan named, newest first</source>
        <translation>Wie vom Radiologen berichtet, jede gegen die genannte Aufnahme, neueste zuerst</translation>
    </message>
    <message>
        <source>The spinal cord was not imaged.</source>
        <translation>Das Rückenmark wurde nicht aufgenommen.</translation>
    </message>
    <message>
        <source>Acquired images, radiological display: the patient&apos;s right is on the left of axial and coronal pictures</source>
        <translation>Aufgenommene Bilder, radiologische Darstellung: die rechte Seite des Patienten ist in axialen und koronalen Bildern links</translation>
    </message>
    <message>
        <source>Outlines are those of the mask: new lesions in orange-red, enlarging ones in yellow, all others in blue.</source>
        <translation>Umrisse sind die der Maske: neue Läsionen in Orangerot, vergrößerte in Gelb, alle anderen in Blau.</translation>
    </message>
    <message>
        <source>Outlines are those of the mask.</source>
        <translation>Umrisse sind die der Maske.</translation>
    </message>
    <message>
        <source>Not shown: %1.</source>
        <translation>Nicht gezeigt: %1.</translation>
    </message>
    <message>
        <source>No lesion mask is in this copy.</source>
        <translation>In dieser Kopie ist keine Läsionsmaske.</translation>
    </message>
    <message>
        <source>Measured on the grid of the mask. Connected parts too small to count as a lesion are left out.</source>
        <translation>Auf dem Gitter der Maske gemessen. Zusammenhängende Teile, die zu klein sind, um als Läsion zu zählen, sind ausgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2; %3): %n lesion(s), %4 connected part(s).</source>
        <translation>
            <numerusform>%1 (%2; %3): %n Läsion, zusammenhängende Teile: %4.</numerusform>
            <numerusform>%1 (%2; %3): %n Läsionen, zusammenhängende Teile: %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The earlier slice was found by where %n lesion(s) seen at both scans lie; both are shown as acquired, so that the head may be tilted differently.</source>
        <translation>
            <numerusform>Die frühere Schicht wurde über die Lage von %n Läsion gefunden, die in beiden Aufnahmen zu sehen ist; beide sind wie aufgenommen gezeigt, der Kopf kann also anders geneigt sein.</numerusform>
            <numerusform>Die frühere Schicht wurde über die Lage von %n Läsionen gefunden, die in beiden Aufnahmen zu sehen sind; beide sind wie aufgenommen gezeigt, der Kopf kann also anders geneigt sein.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>storage</name>
    <message>
        <source>is no folder</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>is gone; without it nothing in the folder can be read</source>
        <translation>ist nicht mehr da; ohne diese Datei ist nichts in dem Ordner lesbar</translation>
    </message>
    <message>
        <source>holds other files and is no cache; choose an empty folder</source>
        <translation>enthält andere Dateien und ist kein Cache; wählen Sie einen leeren Ordner</translation>
    </message>
    <message>
        <source>is in use by another Facet (process %1)</source>
        <translation>wird von einem anderen Facet benutzt (Prozess %1)</translation>
    </message>
    <message>
        <source>is in use by another Facet</source>
        <translation>wird von einem anderen Facet benutzt</translation>
    </message>
    <message>
        <source>there is no cache here yet</source>
        <translation>hier gibt es noch keinen Cache</translation>
    </message>
    <message>
        <source>was opened for reading only</source>
        <translation>wurde nur zum Lesen geöffnet</translation>
    </message>
    <message>
        <source>can be read but not written</source>
        <translation>kann gelesen, aber nicht beschrieben werden</translation>
    </message>
    <message>
        <source>a demo cache has no passphrase</source>
        <translation>ein Demo-Cache hat keine Passphrase</translation>
    </message>
    <message>
        <source>the user&apos;s data folder is not known; name a folder</source>
        <translation>der Datenordner des Benutzers ist nicht bekannt; nennen Sie einen Ordner</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>ist schon vorhanden</translation>
    </message>
    <message>
        <source>version 4.6 or later is needed</source>
        <translation>Version 4.6 oder neuer ist nötig</translation>
    </message>
    <message>
        <source>has no such row</source>
        <translation>hat keine solche Zeile</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>ist beschädigt</translation>
    </message>
    <message>
        <source>no space left on the disk</source>
        <translation>auf dem Datenträger ist kein Platz mehr</translation>
    </message>
    <message>
        <source>is in use by another program</source>
        <translation>wird von einem anderen Programm benutzt</translation>
    </message>
    <message>
        <source>a value breaks a rule of the cache: %1</source>
        <translation>ein Wert verletzt eine Regel des Caches: %1</translation>
    </message>
    <message>
        <source>cannot be read or written: %1</source>
        <translation>kann nicht gelesen oder geschrieben werden: %1</translation>
    </message>
    <message>
        <source>the database says: %1</source>
        <translation>die Datenbank meldet: %1</translation>
    </message>
    <message>
        <source>is no SHA-256 of 64 digits</source>
        <translation>ist kein SHA-256 mit 64 Ziffern</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>was written by a newer Facet: use that program, or another folder</source>
        <translation>wurde von einem neueren Facet geschrieben: benutzen Sie jenes Programm oder einen anderen Ordner</translation>
    </message>
    <message>
        <source>a key file is a regular file or a pipe</source>
        <translation>eine Schlüsseldatei ist eine gewöhnliche Datei oder eine Pipe</translation>
    </message>
    <message>
        <source>others can read this key file (mode %1); make it private with chmod 600</source>
        <translation>andere können diese Schlüsseldatei lesen (Modus %1); machen Sie sie mit chmod 600 privat</translation>
    </message>
    <message>
        <source>a key file holds 64 hexadecimal digits</source>
        <translation>eine Schlüsseldatei enthält 64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>not enough memory to check a passphrase: %1 MiB are needed</source>
        <translation>zu wenig Speicher, um eine Passphrase zu prüfen: %1 MiB sind nötig</translation>
    </message>
    <message>
        <source>no passphrase of at least %1 bytes was given twice alike</source>
        <translation>es wurde keine Passphrase von mindestens %1 Bytes zweimal gleich eingegeben</translation>
    </message>
    <message>
        <source>the passphrase does not open this cache</source>
        <translation>die Passphrase öffnet diesen Cache nicht</translation>
    </message>
    <message>
        <source>a new cache needs a key: give a key file, or a passphrase on a terminal, or start a secret service (none answers)</source>
        <translation>ein neuer Cache braucht einen Schlüssel: geben Sie eine Schlüsseldatei oder im Terminal eine Passphrase an, oder starten Sie einen Schlüsseldienst (keiner antwortet)</translation>
    </message>
    <message>
        <source>is marked as a demo cache and is none</source>
        <translation>ist als Demo-Cache gekennzeichnet und ist keiner</translation>
    </message>
    <message>
        <source>this cache was not made with a key file</source>
        <translation>dieser Cache wurde nicht mit einer Schlüsseldatei angelegt</translation>
    </message>
    <message>
        <source>the key file does not open this cache</source>
        <translation>die Schlüsseldatei öffnet diesen Cache nicht</translation>
    </message>
    <message>
        <source>the key in the secret service does not open this cache</source>
        <translation>der Schlüssel im Schlüsseldienst öffnet diesen Cache nicht</translation>
    </message>
    <message>
        <source>its key is in the secret service, and none answers</source>
        <translation>sein Schlüssel liegt im Schlüsseldienst, und keiner antwortet</translation>
    </message>
    <message>
        <source>its key is in a key file, which was not given</source>
        <translation>sein Schlüssel liegt in einer Schlüsseldatei, die nicht angegeben wurde</translation>
    </message>
    <message>
        <source>it opens with a passphrase, and there is nobody to ask</source>
        <translation>er öffnet sich mit einer Passphrase, und niemand kann gefragt werden</translation>
    </message>
    <message>
        <source>was written by a newer Facet (version %1 of the file; this program knows up to version %2): use that program, or another folder</source>
        <translation>wurde von einem neueren Facet geschrieben (Dateiversion %1; dieses Programm kennt bis Version %2): benutzen Sie jenes Programm oder einen anderen Ordner</translation>
    </message>
    <message>
        <source>is no file of this kind</source>
        <translation>ist keine Datei dieser Art</translation>
    </message>
    <message>
        <source>was written by an older Facet and must first be opened where it can be written</source>
        <translation>wurde von einem älteren Facet geschrieben und muss zuerst dort geöffnet werden, wo es beschreibbar ist</translation>
    </message>
    <message>
        <source>is gone</source>
        <translation>ist nicht mehr da</translation>
    </message>
    <message>
        <source>belongs to another cache</source>
        <translation>gehört zu einem anderen Cache</translation>
    </message>
    <message>
        <source>the mark of a demo cache stands in only one of its files</source>
        <translation>die Kennung eines Demo-Caches steht nur in einer seiner Dateien</translation>
    </message>
    <message>
        <source>a key has 64 hexadecimal digits</source>
        <translation>ein Schlüssel hat 64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>no secret service answers</source>
        <translation>kein Schlüsseldienst antwortet</translation>
    </message>
    <message>
        <source>the secret service refuses: %1</source>
        <translation>der Schlüsseldienst lehnt ab: %1</translation>
    </message>
    <message>
        <source>the secret service has no key for this cache</source>
        <translation>der Schlüsseldienst hat keinen Schlüssel für diesen Cache</translation>
    </message>
    <message>
        <source>the secret service did not keep the key</source>
        <translation>der Schlüsseldienst hat den Schlüssel nicht behalten</translation>
    </message>
    <message>
        <source>a public key has 64 hexadecimal digits</source>
        <translation>ein öffentlicher Schlüssel hat 64 hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>a signature has 64 bytes, not %1</source>
        <translation>eine Signatur hat 64 Bytes, nicht %1</translation>
    </message>
    <message>
        <source>is not in this copy</source>
        <translation>ist nicht in dieser Kopie</translation>
    </message>
    <message>
        <source>was not noted before what is in it</source>
        <translation>wurde nicht vor seinem Inhalt vermerkt</translation>
    </message>
    <message>
        <source>has no such line in quarantine</source>
        <translation>hat keine solche Zeile in der Quarantäne</translation>
    </message>
    <message>
        <source>the voxels could not be compressed</source>
        <translation>die Voxel konnten nicht komprimiert werden</translation>
    </message>
    <message>
        <source>holds no voxels that can be read</source>
        <translation>enthält keine lesbaren Voxel</translation>
    </message>
</context>
<context>
    <name>sync</name>
    <message>
        <source>is no line of sha256sum</source>
        <translation>ist keine Zeile von sha256sum</translation>
    </message>
    <message>
        <source>names %1 a second time</source>
        <translation>nennt %1 ein zweites Mal</translation>
    </message>
    <message>
        <source>differs from %1 only in upper and lower case</source>
        <translation>unterscheidet sich von %1 nur in Groß- und Kleinschreibung</translation>
    </message>
    <message>
        <source>is a link that leads out of the release</source>
        <translation>ist ein Verweis, der aus der Veröffentlichung hinausführt</translation>
    </message>
    <message>
        <source>lies in truth/, which is never read</source>
        <translation>liegt in truth/, das nie gelesen wird</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is larger than the %1 bytes that such a file may have</source>
        <translation>ist größer als die %1 Bytes, die eine solche Datei haben darf</translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>is no release: it has no manifest.json with SHA256SUMS</source>
        <translation>ist keine Veröffentlichung: manifest.json mit SHA256SUMS fehlt</translation>
    </message>
    <message>
        <source>was changed after it was signed, or signed with another key than keys/release.pub</source>
        <translation>wurde nach dem Signieren geändert oder mit einem anderen Schlüssel als keys/release.pub signiert</translation>
    </message>
    <message>
        <source>has no checksum in SHA256SUMS</source>
        <translation>hat keine Prüfsumme in SHA256SUMS</translation>
    </message>
    <message>
        <source>has another content than its checksum says</source>
        <translation>hat einen anderen Inhalt, als seine Prüfsumme sagt</translation>
    </message>
    <message>
        <source>in manifest.json</source>
        <translation>in manifest.json</translation>
    </message>
    <message>
        <source>is named in the manifest but is not there</source>
        <translation>steht im Manifest, ist aber nicht da</translation>
    </message>
    <message>
        <source>has no checksum in SHA256SUMS and is passed over</source>
        <translation>hat keine Prüfsumme in SHA256SUMS und wird übergangen</translation>
    </message>
    <message>
        <source>has %1 more files without a checksum, which are passed over</source>
        <translation>hat %1 weitere Dateien ohne Prüfsumme, die übergangen werden</translation>
    </message>
    <message>
        <source>is no path of a file: it has an empty part</source>
        <translation>ist kein Pfad einer Datei: ein Teil ist leer</translation>
    </message>
    <message>
        <source>leads out of the release or round about: it has the part %1</source>
        <translation>führt aus der Veröffentlichung hinaus oder im Kreis: es hat den Teil %1</translation>
    </message>
    <message>
        <source>has a name of more than %1 characters</source>
        <translation>hat einen Namen von mehr als %1 Zeichen</translation>
    </message>
    <message>
        <source>has a name that begins or ends with a space or ends with a dot</source>
        <translation>hat einen Namen, der mit einem Leerzeichen beginnt oder endet oder mit einem Punkt endet</translation>
    </message>
    <message>
        <source>is an empty path</source>
        <translation>ist ein leerer Pfad</translation>
    </message>
    <message>
        <source>is a path of more than %1 characters</source>
        <translation>ist ein Pfad von mehr als %1 Zeichen</translation>
    </message>
    <message>
        <source>is an address, not a file of this folder</source>
        <translation>ist eine Adresse, keine Datei dieses Ordners</translation>
    </message>
    <message>
        <source>is an absolute path</source>
        <translation>ist ein absoluter Pfad</translation>
    </message>
    <message>
        <source>has characters other than letters, digits, spaces and ._+=@,()-</source>
        <translation>hat andere Zeichen als Buchstaben, Ziffern, Leerzeichen und ._+=@,()-</translation>
    </message>
    <message>
        <source>is signed with a key that is not known yet, fingerprint %1; compare it with the publisher&apos;s and give the key as a file to trust</source>
        <translation>ist mit einem noch unbekannten Schlüssel signiert, Fingerabdruck %1; vergleichen Sie ihn mit dem des Herausgebers und geben Sie den Schlüssel als Datei an, um ihm zu vertrauen</translation>
    </message>
    <message>
        <source>is signed with a key that you do not trust, fingerprint %1</source>
        <translation>ist mit einem Schlüssel signiert, dem Sie nicht vertrauen, Fingerabdruck %1</translation>
    </message>
    <message>
        <source>is no synthetic release, and a demo cache takes no others; choose a protected cache</source>
        <translation>ist keine synthetische Veröffentlichung, und ein Demo-Cache nimmt keine anderen; wählen Sie einen geschützten Cache</translation>
    </message>
    <message>
        <source>is signed with the demo key, which everybody has; it is trusted in demo caches alone</source>
        <translation>ist mit dem Demo-Schlüssel signiert, den jeder hat; ihm wird nur in Demo-Caches vertraut</translation>
    </message>
    <message>
        <source>is signed with the key %1, and the key to trust is %2</source>
        <translation>ist mit dem Schlüssel %1 signiert, und zu vertrauen ist %2</translation>
    </message>
    <message>
        <source>is signed with the key %1, and earlier ones of this publisher with %2; if the publisher has changed its key, give it as a file to trust</source>
        <translation>ist mit dem Schlüssel %1 signiert, frühere dieses Herausgebers mit %2; hat der Herausgeber den Schlüssel gewechselt, geben Sie ihn als Datei an, um ihm zu vertrauen</translation>
    </message>
    <message>
        <source>has another content than its checksum says and is not read</source>
        <translation>hat einen anderen Inhalt, als seine Prüfsumme sagt, und wird nicht gelesen</translation>
    </message>
    <message>
        <source>is of sub-%1, who is not in the release</source>
        <translation>ist von sub-%1, nicht in der Veröffentlichung</translation>
    </message>
    <message>
        <source>is of sub-%1, which may be several people</source>
        <translation>ist von sub-%1, was mehrere Personen sein können</translation>
    </message>
    <message>
        <source>is a link and is not followed</source>
        <translation>ist ein Verweis, dem nicht gefolgt wird</translation>
    </message>
    <message>
        <source>has no checksum, so its series is not read</source>
        <translation>hat keine Prüfsumme, daher wird seine Serie nicht gelesen</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>is not as published; what it says of images may be wrong</source>
        <translation>ist nicht wie veröffentlicht; was es über Bilder sagt, kann falsch sein</translation>
    </message>
    <message>
        <source>its name must have at most %1 bytes, no control characters and no space at its ends</source>
        <translation>sein Name darf höchstens %1 Bytes haben, keine Steuerzeichen und kein Leerzeichen an den Enden</translation>
    </message>
    <message>
        <source>is the name of one patient, and these are the images of %1</source>
        <translation>ist der Name eines Patienten, und dies sind die Bilder von %1</translation>
    </message>
    <message>
        <source>and the same of %1 more</source>
        <translation>und dasselbe bei %1 weiteren</translation>
    </message>
    <message>
        <source>another patient is called %1 already: this one is called %2</source>
        <translation>ein anderer Patient heißt schon %1: dieser heißt %2</translation>
    </message>
    <message>
        <source>the cache has other patients of all its names: say whose the images are</source>
        <translation>der Cache hat andere Patienten mit allen diesen Namen: geben Sie an, wessen die Bilder sind</translation>
    </message>
    <message>
        <source>a patient of this name is in the cache already, without this image: say whose it is</source>
        <translation>ein Patient dieses Namens ist schon im Cache, ohne dieses Bild: geben Sie an, wessen es ist</translation>
    </message>
    <message>
        <source>has a scan on %1, which is in the future</source>
        <translation>hat eine Aufnahme am %1, was in der Zukunft liegt</translation>
    </message>
    <message>
        <source>is a demo cache, which anybody can open: own images go into a protected one</source>
        <translation>ist ein Demo-Cache, den jeder öffnen kann: eigene Bilder gehören in einen geschützten</translation>
    </message>
    <message>
        <source>Looking through the files</source>
        <translation>Dateien werden durchgesehen</translation>
    </message>
    <message>
        <source>Taking images</source>
        <translation>Bilder werden übernommen</translation>
    </message>
    <message>
        <source>%1 “%2” is no date and was left out</source>
        <translation>%1 „%2“ ist kein Datum und wurde ausgelassen</translation>
    </message>
    <message>
        <source>gives days since the first session and no date: the sessions stay undated</source>
        <translation>gibt Tage seit der ersten Sitzung und kein Datum: die Sitzungen bleiben ohne Datum</translation>
    </message>
    <message>
        <source>lies in the template space %1: places and sizes are the template&apos;s, not the patient&apos;s</source>
        <translation>liegt im Vorlagenraum %1: Orte und Größen sind die der Vorlage, nicht des Patienten</translation>
    </message>
    <message>
        <source>is a map of probabilities and was left aside</source>
        <translation>ist eine Karte von Wahrscheinlichkeiten und wurde beiseitegelassen</translation>
    </message>
    <message>
        <source>the date %1 lies before 1925, which BIDS uses for dates that were shifted</source>
        <translation>das Datum %1 liegt vor 1925, was BIDS für verschobene Daten verwendet</translation>
    </message>
    <message>
        <source>is a BIDS dataset without an image</source>
        <translation>ist ein BIDS-Datensatz ohne Bild</translation>
    </message>
    <message>
        <source>was taken before its patient was born, by its header</source>
        <translation>wurde laut seinem Kopf vor der Geburt des Patienten aufgenommen</translation>
    </message>
    <message>
        <source>%1 files in it are no DICOM and were left aside</source>
        <translation>%1 Dateien darin sind kein DICOM und wurden beiseitegelassen</translation>
    </message>
    <message>
        <source>holds no image that is read here</source>
        <translation>enthält kein Bild, das hier gelesen wird</translation>
    </message>
    <message>
        <source>does not say whose it is: the images of its study are one patient&apos;s</source>
        <translation>sagt nicht, wessen es ist: die Bilder seiner Studie gehören einem Patienten</translation>
    </message>
    <message>
        <source>%1 “%2” is none that is known and was left out</source>
        <translation>%1 „%2“ ist nicht bekannt und wurde ausgelassen</translation>
    </message>
    <message>
        <source>%1 “%2” is no age and was left out</source>
        <translation>%1 „%2“ ist kein Alter und wurde ausgelassen</translation>
    </message>
    <message>
        <source>%1 “%2” was taken as primary progressive, which it is called since 2014</source>
        <translation>%1 „%2“ wurde als primär progredient übernommen, wie es seit 2014 heißt</translation>
    </message>
    <message>
        <source>EDSS “%1” is no step of the scale and was left out</source>
        <translation>EDSS „%1“ ist keine Stufe der Skala und wurde ausgelassen</translation>
    </message>
    <message>
        <source>is no image in a format that is read here</source>
        <translation>ist kein Bild in einem Format, das hier gelesen wird</translation>
    </message>
    <message>
        <source>has the name of another file, which would make it the same patient&apos;s: say whose it is</source>
        <translation>hat den Namen einer anderen Datei, womit es demselben Patienten gehörte: geben Sie an, wessen es ist</translation>
    </message>
    <message>
        <source>its DICOM files were not kept: they could not be de-identified</source>
        <translation>seine DICOM-Dateien wurden nicht behalten: sie ließen sich nicht de-identifizieren</translation>
    </message>
    <message>
        <source>%1 transforms name images that are not here</source>
        <translation>%1 Transformationen nennen Bilder, die nicht hier sind</translation>
    </message>
    <message>
        <source>is about %1, who is not in the release</source>
        <translation>handelt von %1, nicht in der Veröffentlichung</translation>
    </message>
    <message>
        <source>names the treatment %1, which is not in the release</source>
        <translation>nennt die Behandlung %1, die nicht in der Veröffentlichung ist</translation>
    </message>
    <message>
        <source>names the treatment %1, which is another person&apos;s</source>
        <translation>nennt die Behandlung %1, die einer anderen Person gehört</translation>
    </message>
    <message>
        <source>has the date %1, which is after the release</source>
        <translation>hat das Datum %1, das nach der Veröffentlichung liegt</translation>
    </message>
    <message>
        <source>has the date %1, which is before the birth (%2)</source>
        <translation>hat das Datum %1, das vor der Geburt (%2) liegt</translation>
    </message>
    <message>
        <source>waits for the people, whose file was refused</source>
        <translation>wartet auf die Personen, deren Datei abgelehnt wurde</translation>
    </message>
    <message>
        <source>has %1 more lines that cannot be taken</source>
        <translation>hat %1 weitere Zeilen, die nicht übernommen werden können</translation>
    </message>
    <message>
        <source>has %1 records, and the manifest promises %2</source>
        <translation>hat %1 Datensätze, und das Manifest verspricht %2</translation>
    </message>
    <message>
        <source>was changed while it was read</source>
        <translation>wurde geändert, während es gelesen wurde</translation>
    </message>
    <message>
        <source>is longer than the %1 MiB that a line may have</source>
        <translation>ist länger als die %1 MiB, die eine Zeile haben darf</translation>
    </message>
    <message>
        <source>stands in a file that the manifest gives to %1</source>
        <translation>steht in einer Datei, die das Manifest %1 zuordnet</translation>
    </message>
    <message>
        <source>has the id of an earlier record (%1, line %2), which was kept</source>
        <translation>hat die Kennung eines früheren Datensatzes (%1, Zeile %2), der behalten wurde</translation>
    </message>
    <message>
        <source>has the id of a record of another publisher, which was kept</source>
        <translation>hat die Kennung eines Datensatzes eines anderen Herausgebers, der behalten wurde</translation>
    </message>
    <message>
        <source>is of %1 and older than the release in the cache, which is of %2; nothing was changed</source>
        <translation>ist von %1 und älter als die Veröffentlichung im Cache, die von %2 ist; nichts wurde geändert</translation>
    </message>
    <message>
        <source>holds only what has changed, and there is no earlier release in the cache; sync a whole release first</source>
        <translation>enthält nur, was sich geändert hat, und im Cache ist keine frühere Veröffentlichung; gleichen Sie zuerst eine ganze ab</translation>
    </message>
    <message>
        <source>holds what has changed since %1, and the release in the cache is of %2; sync the releases between, or a whole one</source>
        <translation>enthält, was sich seit %1 geändert hat, und die Veröffentlichung im Cache ist von %2; gleichen Sie die dazwischen ab oder eine ganze</translation>
    </message>
    <message>
        <source>Checking files</source>
        <translation>Dateien werden geprüft</translation>
    </message>
    <message>
        <source>Reading records</source>
        <translation>Datensätze werden gelesen</translation>
    </message>
    <message>
        <source>Reading images</source>
        <translation>Bilder werden gelesen</translation>
    </message>
</context>
<context>
    <name>synthetic</name>
    <message>
        <source>Making up MRI</source>
        <translation>MRT wird erfunden</translation>
    </message>
    <message>
        <source>Making up people</source>
        <translation>Personen werden erfunden</translation>
    </message>
    <message>
        <source>is damaged in this build of Facet</source>
        <translation>ist in diesem Facet beschädigt</translation>
    </message>
    <message>
        <source>has more lesions than there is room for</source>
        <translation>hat mehr Läsionen, als Platz ist</translation>
    </message>
    <message>
        <source>Drawing the MRI of sub-%1</source>
        <translation>MRT von sub-%1 wird gezeichnet</translation>
    </message>
    <message>
        <source>has a negative number of lesions</source>
        <translation>hat eine negative Zahl von Läsionen</translation>
    </message>
    <message>
        <source>has %1 lesions, of which %2 cannot enlarge and %3 vanish</source>
        <translation>hat %1 Läsionen, von denen nicht %2 wachsen und %3 verschwinden können</translation>
    </message>
    <message>
        <source>has more sites than new lesions</source>
        <translation>hat mehr Orte als neue Läsionen</translation>
    </message>
    <message>
        <source>has more enhancing lesions than new and enlarging ones</source>
        <translation>hat mehr anreichernde Läsionen als neue und vergrößerte</translation>
    </message>
    <message>
        <source>is no name of letters and digits</source>
        <translation>ist kein Name aus Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>gibt es zweimal</translation>
    </message>
    <message>
        <source>is not later than the scan before it</source>
        <translation>liegt nicht nach der Aufnahme davor</translation>
    </message>
    <message>
        <source>has an age outside 0 to 120 years</source>
        <translation>hat ein Alter außerhalb von 0 bis 120 Jahren</translation>
    </message>
    <message>
        <source>has a field strength outside 0 to 12 tesla</source>
        <translation>hat eine Feldstärke außerhalb von 0 bis 12 Tesla</translation>
    </message>
    <message>
        <source>holds files that are no demo release, such as %1; choose an empty folder</source>
        <translation>enthält Dateien, die keine Demo-Veröffentlichung sind, etwa %1; wählen Sie einen leeren Ordner</translation>
    </message>
    <message>
        <source>another program is writing a release here</source>
        <translation>ein anderes Programm schreibt hier eine Veröffentlichung</translation>
    </message>
    <message>
        <source>participants with images are asked for, but only %1 have three scans</source>
        <translation>Teilnehmer mit Bildern wurden verlangt, aber nur %1 haben drei Aufnahmen</translation>
    </message>
</context>
<context>
    <name>tables</name>
    <message>
        <source>interferon beta-1a</source>
        <translation>Interferon beta-1a</translation>
    </message>
    <message>
        <source>interferon beta-1b</source>
        <translation>Interferon beta-1b</translation>
    </message>
    <message>
        <source>peginterferon beta-1a</source>
        <translation>Peginterferon beta-1a</translation>
    </message>
    <message>
        <source>glatiramer acetate</source>
        <translation>Glatirameracetat</translation>
    </message>
    <message>
        <source>teriflunomide</source>
        <translation>Teriflunomid</translation>
    </message>
    <message>
        <source>dimethyl fumarate</source>
        <translation>Dimethylfumarat</translation>
    </message>
    <message>
        <source>diroximel fumarate</source>
        <translation>Diroximelfumarat</translation>
    </message>
    <message>
        <source>fingolimod</source>
        <translation>Fingolimod</translation>
    </message>
    <message>
        <source>ozanimod</source>
        <translation>Ozanimod</translation>
    </message>
    <message>
        <source>siponimod</source>
        <translation>Siponimod</translation>
    </message>
    <message>
        <source>ponesimod</source>
        <translation>Ponesimod</translation>
    </message>
    <message>
        <source>cladribine</source>
        <translation>Cladribin</translation>
    </message>
    <message>
        <source>natalizumab</source>
        <translation>Natalizumab</translation>
    </message>
    <message>
        <source>alemtuzumab</source>
        <translation>Alemtuzumab</translation>
    </message>
    <message>
        <source>ocrelizumab</source>
        <translation>Ocrelizumab</translation>
    </message>
    <message>
        <source>ofatumumab</source>
        <translation>Ofatumumab</translation>
    </message>
    <message>
        <source>ublituximab</source>
        <translation>Ublituximab</translation>
    </message>
    <message>
        <source>rituximab</source>
        <translation>Rituximab</translation>
    </message>
    <message>
        <source>mitoxantrone</source>
        <translation>Mitoxantron</translation>
    </message>
    <message>
        <source>daclizumab</source>
        <translation>Daclizumab</translation>
    </message>
    <message>
        <source>azathioprine</source>
        <translation>Azathioprin</translation>
    </message>
    <message>
        <source>cyclophosphamide</source>
        <translation>Cyclophosphamid</translation>
    </message>
    <message>
        <source>methotrexate</source>
        <translation>Methotrexat</translation>
    </message>
    <message>
        <source>tolebrutinib</source>
        <translation>Tolebrutinib</translation>
    </message>
    <message>
        <source>autologous haematopoietic stem cell transplantation</source>
        <translation>autologe hämatopoetische Stammzelltransplantation</translation>
    </message>
    <message>
        <source>Relapses</source>
        <translation>Schübe</translation>
    </message>
    <message>
        <source>New lesions on MRI</source>
        <translation>Neue Läsionen im MRT</translation>
    </message>
    <message>
        <source>Progression of disability</source>
        <translation>Zunahme der Behinderung</translation>
    </message>
    <message>
        <source>Side effect</source>
        <translation>Nebenwirkung</translation>
    </message>
    <message>
        <source>Poor tolerability</source>
        <translation>Schlechte Verträglichkeit</translation>
    </message>
    <message>
        <source>Laboratory values</source>
        <translation>Laborwerte</translation>
    </message>
    <message>
        <source>JC-virus antibody or PML risk</source>
        <translation>JC-Virus-Antikörper oder PML-Risiko</translation>
    </message>
    <message>
        <source>Wish for a child</source>
        <translation>Kinderwunsch</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>Schwangerschaft</translation>
    </message>
    <message>
        <source>Stable disease</source>
        <translation>Stabiler Verlauf</translation>
    </message>
    <message>
        <source>Course completed</source>
        <translation>Behandlungszyklus abgeschlossen</translation>
    </message>
    <message>
        <source>A newer drug became available</source>
        <translation>Ein neueres Medikament wurde verfügbar</translation>
    </message>
    <message>
        <source>Patient&apos;s wish</source>
        <translation>Wunsch des Patienten</translation>
    </message>
    <message>
        <source>Not taken as prescribed</source>
        <translation>Nicht wie verordnet genommen</translation>
    </message>
    <message>
        <source>Drug withdrawn from the market</source>
        <translation>Medikament vom Markt genommen</translation>
    </message>
    <message>
        <source>Death</source>
        <translation>Tod</translation>
    </message>
    <message>
        <source>Other reason</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Timed 25-foot walk</source>
        <translation>25-Fuß-Gehtest</translation>
    </message>
    <message>
        <source>Nine-hole peg test, dominant hand</source>
        <translation>Nine-Hole-Peg-Test, dominante Hand</translation>
    </message>
    <message>
        <source>Nine-hole peg test, other hand</source>
        <translation>Nine-Hole-Peg-Test, andere Hand</translation>
    </message>
    <message>
        <source>Symbol Digit Modalities Test</source>
        <translation>Symbol Digit Modalities Test</translation>
    </message>
    <message>
        <source>California Verbal Learning Test II, five trials</source>
        <translation>California Verbal Learning Test II, fünf Durchgänge</translation>
    </message>
    <message>
        <source>Brief Visuospatial Memory Test revised, three trials</source>
        <translation>Brief Visuospatial Memory Test revised, drei Durchgänge</translation>
    </message>
    <message>
        <source>Paced Auditory Serial Addition Test, 3 s</source>
        <translation>Paced Auditory Serial Addition Test, 3 s</translation>
    </message>
    <message>
        <source>MSIS-29, physical</source>
        <translation>MSIS-29, körperlich</translation>
    </message>
    <message>
        <source>MSIS-29, psychological</source>
        <translation>MSIS-29, psychisch</translation>
    </message>
    <message>
        <source>Fatigue Scale for Motor and Cognitive Functions</source>
        <translation>Fatigue-Skala für Motorik und Kognition</translation>
    </message>
    <message>
        <source>Patient Determined Disease Steps</source>
        <translation>Patient Determined Disease Steps</translation>
    </message>
    <message>
        <source>MS Walking Scale 12</source>
        <translation>MS Walking Scale 12</translation>
    </message>
    <message>
        <source>EQ-5D visual analogue scale</source>
        <translation>EQ-5D, visuelle Analogskala</translation>
    </message>
    <message>
        <source>Neurofilament light chain in serum</source>
        <translation>Neurofilament-Leichtketten im Serum</translation>
    </message>
    <message>
        <source>Glial fibrillary acidic protein in serum</source>
        <translation>Saures Gliafaserprotein im Serum</translation>
    </message>
    <message>
        <source>Kappa free light chain index</source>
        <translation>Index der freien Kappa-Leichtketten</translation>
    </message>
    <message>
        <source>Kappa free light chains in serum</source>
        <translation>Freie Kappa-Leichtketten im Serum</translation>
    </message>
    <message>
        <source>25-hydroxyvitamin D in serum</source>
        <translation>25-Hydroxyvitamin D im Serum</translation>
    </message>
    <message>
        <source>Lymphocytes in blood</source>
        <translation>Lymphozyten im Blut</translation>
    </message>
    <message>
        <source>Leukocytes in blood</source>
        <translation>Leukozyten im Blut</translation>
    </message>
    <message>
        <source>Alanine aminotransferase</source>
        <translation>Alanin-Aminotransferase</translation>
    </message>
    <message>
        <source>Immunoglobulin G in serum</source>
        <translation>Immunglobulin G im Serum</translation>
    </message>
    <message>
        <source>JC-virus antibody index</source>
        <translation>JC-Virus-Antikörper-Index</translation>
    </message>
    <message>
        <source>Body mass index</source>
        <translation>Body-Mass-Index</translation>
    </message>
    <message>
        <source>Body mass index at age 20, remembered</source>
        <translation>Body-Mass-Index mit 20 Jahren, erinnert</translation>
    </message>
    <message>
        <source>Pack-years smoked</source>
        <translation>Packungsjahre</translation>
    </message>
    <message>
        <source>Oligoclonal bands in cerebrospinal fluid only</source>
        <translation>Oligoklonale Banden nur im Liquor</translation>
    </message>
    <message>
        <source>positive</source>
        <translation>positiv</translation>
    </message>
    <message>
        <source>negative</source>
        <translation>negativ</translation>
    </message>
    <message>
        <source>Epstein-Barr virus, VCA IgG</source>
        <translation>Epstein-Barr-Virus, VCA-IgG</translation>
    </message>
    <message>
        <source>Epstein-Barr virus, EBNA IgG</source>
        <translation>Epstein-Barr-Virus, EBNA-IgG</translation>
    </message>
    <message>
        <source>above the median of controls</source>
        <translation>über dem Median der Kontrollen</translation>
    </message>
    <message>
        <source>up to the median of controls</source>
        <translation>bis zum Median der Kontrollen</translation>
    </message>
    <message>
        <source>Infectious mononucleosis, remembered</source>
        <translation>Infektiöse Mononukleose, erinnert</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>JC-virus antibody</source>
        <translation>JC-Virus-Antikörper</translation>
    </message>
    <message>
        <source>Varicella zoster IgG</source>
        <translation>Varicella-Zoster-IgG</translation>
    </message>
    <message>
        <source>Smoking</source>
        <translation>Rauchen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>former</source>
        <translation>früher</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuell</translation>
    </message>
    <message>
        <source>Sun exposure in youth, remembered</source>
        <translation>Sonnenexposition in der Jugend, erinnert</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>Employment</source>
        <translation>Erwerbstätigkeit</translation>
    </message>
    <message>
        <source>full time</source>
        <translation>Vollzeit</translation>
    </message>
    <message>
        <source>part time</source>
        <translation>Teilzeit</translation>
    </message>
    <message>
        <source>long sick leave</source>
        <translation>langzeitkrank</translation>
    </message>
    <message>
        <source>disability pension</source>
        <translation>Erwerbsminderungsrente</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>in Rente</translation>
    </message>
    <message>
        <source>in education</source>
        <translation>in Ausbildung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Bildung</translation>
    </message>
    <message>
        <source>primary school</source>
        <translation>Grundschule</translation>
    </message>
    <message>
        <source>secondary school</source>
        <translation>weiterführende Schule</translation>
    </message>
    <message>
        <source>university</source>
        <translation>Hochschule</translation>
    </message>
    <message>
        <source>Comorbidity</source>
        <translation>Begleiterkrankung</translation>
    </message>
    <message>
        <source>depression</source>
        <translation>Depression</translation>
    </message>
    <message>
        <source>hypertension</source>
        <translation>Bluthochdruck</translation>
    </message>
    <message>
        <source>thyroid disease</source>
        <translation>Schilddrüsenerkrankung</translation>
    </message>
    <message>
        <source>migraine</source>
        <translation>Migräne</translation>
    </message>
    <message>
        <source>diabetes</source>
        <translation>Diabetes</translation>
    </message>
    <message>
        <source>asthma</source>
        <translation>Asthma</translation>
    </message>
    <message>
        <source>psoriasis</source>
        <translation>Psoriasis</translation>
    </message>
    <message>
        <source>cancer</source>
        <translation>Krebs</translation>
    </message>
    <message>
        <source>Vaccination</source>
        <translation>Impfung</translation>
    </message>
    <message>
        <source>influenza</source>
        <translation>Influenza</translation>
    </message>
    <message>
        <source>COVID-19</source>
        <translation>COVID-19</translation>
    </message>
    <message>
        <source>tetanus</source>
        <translation>Tetanus</translation>
    </message>
    <message>
        <source>pneumococcal</source>
        <translation>Pneumokokken</translation>
    </message>
    <message>
        <source>hepatitis B</source>
        <translation>Hepatitis B</translation>
    </message>
    <message>
        <source>zoster</source>
        <translation>Zoster</translation>
    </message>
    <message>
        <source>Contraception</source>
        <translation>Verhütung</translation>
    </message>
    <message>
        <source>hormonal</source>
        <translation>hormonell</translation>
    </message>
    <message>
        <source>intrauterine device</source>
        <translation>Intrauterinpessar</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tschechien</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dänemark</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finnland</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Griechenland</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norwegen</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
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
        <translation>Kontrolle</translation>
    </message>
    <message>
        <source>RIS</source>
        <translation>RIS</translation>
    </message>
    <message>
        <source>CIS</source>
        <translation>KIS</translation>
    </message>
    <message>
        <source>RRMS</source>
        <translation>RRMS</translation>
    </message>
    <message>
        <source>SPMS</source>
        <translation>SPMS</translation>
    </message>
    <message>
        <source>PPMS</source>
        <translation>PPMS</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>radiologically isolated syndrome</source>
        <translation>radiologisch isoliertes Syndrom</translation>
    </message>
    <message>
        <source>clinically isolated syndrome</source>
        <translation>klinisch isoliertes Syndrom</translation>
    </message>
    <message>
        <source>relapsing–remitting MS</source>
        <translation>schubförmig remittierende MS</translation>
    </message>
    <message>
        <source>secondary progressive MS</source>
        <translation>sekundär progrediente MS</translation>
    </message>
    <message>
        <source>primary progressive MS</source>
        <translation>primär progrediente MS</translation>
    </message>
    <message>
        <source>course not known</source>
        <translation>Verlauf nicht bekannt</translation>
    </message>
    <message>
        <source>F</source>
        <translation>w</translation>
    </message>
    <message>
        <source>M</source>
        <translation>m</translation>
    </message>
    <message>
        <source>other</source>
        <translation>divers</translation>
    </message>
    <message>
        <source>sex not known</source>
        <translation>Geschlecht nicht bekannt</translation>
    </message>
    <message>
        <source>pyramidal</source>
        <translation>Pyramidenbahn</translation>
    </message>
    <message>
        <source>cerebellar</source>
        <translation>Kleinhirn</translation>
    </message>
    <message>
        <source>brainstem</source>
        <translation>Hirnstamm</translation>
    </message>
    <message>
        <source>sensory</source>
        <translation>Sensibilität</translation>
    </message>
    <message>
        <source>bowel and bladder</source>
        <translation>Blase und Mastdarm</translation>
    </message>
    <message>
        <source>visual</source>
        <translation>Sehfunktion</translation>
    </message>
    <message>
        <source>cerebral</source>
        <translation>zerebral</translation>
    </message>
    <message>
        <source>%1: new since the visit of %2 (data of %3)</source>
        <translation>%1: neu seit der Visite vom %2 (Daten vom %3)</translation>
    </message>
    <message>
        <source>Facet, for research, not for diagnosis</source>
        <translation>Facet, für die Forschung, nicht zur Diagnose</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message numerus="yes">
        <source>%n new T2 lesion(s)</source>
        <translation>
            <numerusform>%n neue T2-Läsion</numerusform>
            <numerusform>%n neue T2-Läsionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n enlarging</source>
        <comment>T2 lesions</comment>
        <translation>
            <numerusform>%n vergrößerte</numerusform>
            <numerusform>%n vergrößerte</numerusform>
        </translation>
    </message>
    <message>
        <source>no contrast given</source>
        <translation>kein Kontrastmittel gegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n enhancing</source>
        <comment>lesions</comment>
        <translation>
            <numerusform>%n anreichernde</numerusform>
            <numerusform>%n anreichernde</numerusform>
        </translation>
    </message>
    <message>
        <source>no count of new lesions reported</source>
        <translation>keine Zahl neuer Läsionen befundet</translation>
    </message>
    <message>
        <source>compared with no earlier scan</source>
        <translation>mit keinem früheren MRT verglichen</translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation>verglichen mit %1</translation>
    </message>
    <message>
        <source>No relapse recorded</source>
        <translation>Kein Schub erfasst</translation>
    </message>
    <message numerus="yes">
        <source>%n pseudo-relapse(s) not counted</source>
        <translation>
            <numerusform>%n Pseudoschub nicht gezählt</numerusform>
            <numerusform>%n Pseudoschübe nicht gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>EDSS %1 on %2, no earlier one</source>
        <translation>EDSS %1 am %2, keine frühere</translation>
    </message>
    <message>
        <source>EDSS %1 on %2, as before</source>
        <translation>EDSS %1 am %2, wie zuvor</translation>
    </message>
    <message>
        <source>EDSS %1 → %2 on %3</source>
        <translation>EDSS %1 → %2 am %3</translation>
    </message>
    <message>
        <source>highest %1 on %2</source>
        <translation>höchste %1 am %2</translation>
    </message>
    <message>
        <source>MRI of %1 (%2): %3</source>
        <translation>MRT vom %1 (%2): %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>newest of %1</source>
        <translation>neuester Wert vom %1</translation>
    </message>
    <message>
        <source>%1 stopped %2</source>
        <translation>%1 beendet %2</translation>
    </message>
    <message>
        <source>%1 stopped %2 (%3)</source>
        <translation>%1 beendet %2 (%3)</translation>
    </message>
    <message>
        <source>%1 started %2</source>
        <translation>%1 begonnen %2</translation>
    </message>
    <message numerus="yes">
        <source>%n dose(s) of %1</source>
        <translation>
            <numerusform>%n Dosis %1</numerusform>
            <numerusform>%n Dosen %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, serious (%2)</source>
        <translation>%1, schwerwiegend (%2)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>pregnant since %1</source>
        <translation>schwanger seit %1</translation>
    </message>
    <message>
        <source>pregnancy ended %1</source>
        <translation>Schwangerschaft beendet %1</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>no visit</source>
        <translation>keine Visite</translation>
    </message>
    <message>
        <source>no EDSS</source>
        <translation>keine EDSS</translation>
    </message>
    <message>
        <source>no MRI of the brain</source>
        <translation>kein MRT des Gehirns</translation>
    </message>
    <message>
        <source>no contrast at the last MRI of the brain</source>
        <translation>kein Kontrastmittel beim letzten MRT des Gehirns</translation>
    </message>
    <message>
        <source>the cord was never imaged</source>
        <translation>das Rückenmark wurde nie untersucht</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>Es fehlt: %1</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>Geschlecht, Alter</translation>
    </message>
    <message>
        <source>%1, died</source>
        <translation>%1, verstorben</translation>
    </message>
    <message>
        <source>%1, died %2</source>
        <translation>%1, verstorben %2</translation>
    </message>
    <message>
        <source>%1, died %2 at %3</source>
        <translation>%1, verstorben %2 mit %3</translation>
    </message>
    <message>
        <source>%1, age not known</source>
        <translation>%1, Alter nicht bekannt</translation>
    </message>
    <message>
        <source>Age on %1, the day of the data</source>
        <translation>Alter am %1, dem Tag der Daten</translation>
    </message>
    <message>
        <source>Phenotype</source>
        <translation>Phänotyp</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>nicht erfasst</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>Onset</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Diagnosed %1</source>
        <translation>Diagnose %1</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Therapie</translation>
    </message>
    <message>
        <source>none so far</source>
        <translation>bisher keine</translation>
    </message>
    <message>
        <source>none since %1</source>
        <translation>keine seit %1</translation>
    </message>
    <message>
        <source>%1 stopped on %2</source>
        <translation>%1 beendet am %2</translation>
    </message>
    <message>
        <source>EDSS</source>
        <translation>EDSS</translation>
    </message>
    <message>
        <source>Asked by telephone</source>
        <translation>Telefonisch erfragt</translation>
    </message>
    <message>
        <source>Reported by the patient</source>
        <translation>Vom Patienten angegeben</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>sNfL</source>
        <translation>sNfL</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>Assay not recorded</source>
        <translation>Testverfahren nicht erfasst</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>healthy control</source>
        <translation>gesunde Kontrolle</translation>
    </message>
    <message>
        <source>Last MRI</source>
        <translation>Letztes MRT</translation>
    </message>
    <message>
        <source>Last cord MRI</source>
        <translation>Letztes Rückenmark-MRT</translation>
    </message>
    <message>
        <source>Reading the list of patients</source>
        <translation>Patientenliste wird gelesen</translation>
    </message>
    <message>
        <source>EDSS of %1</source>
        <translation>EDSS vom %1</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Age, y</source>
        <translation>Alter, J.</translation>
    </message>
    <message>
        <source>Duration, y</source>
        <translation>Dauer, J.</translation>
    </message>
    <message>
        <source>Relapses, 12 mo</source>
        <translation>Schübe, 12 Mon.</translation>
    </message>
    <message>
        <source>Last visit</source>
        <translation>Letzte Visite</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>Letzter Bericht</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>scheduled visit</source>
        <translation>geplante Visite</translation>
    </message>
    <message>
        <source>visit for a relapse</source>
        <translation>Visite wegen Schub</translation>
    </message>
    <message>
        <source>unscheduled visit</source>
        <translation>ungeplante Visite</translation>
    </message>
    <message>
        <source>occasion not stated</source>
        <translation>Anlass nicht angegeben</translation>
    </message>
    <message>
        <source>examined</source>
        <translation>untersucht</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>telefonisch</translation>
    </message>
    <message>
        <source>self-reported</source>
        <translation>Selbstauskunft</translation>
    </message>
    <message>
        <source>mode not stated</source>
        <translation>Art nicht angegeben</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>mittelschwer</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>severity not stated</source>
        <translation>Schwere nicht angegeben</translation>
    </message>
    <message>
        <source>reported, not examined</source>
        <translation>berichtet, nicht untersucht</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>pseudo-relapse</source>
        <translation>Pseudoschub</translation>
    </message>
    <message>
        <source>not stated whether examined</source>
        <translation>nicht angegeben, ob untersucht</translation>
    </message>
    <message>
        <source>complete recovery</source>
        <translation>vollständige Erholung</translation>
    </message>
    <message>
        <source>partial recovery</source>
        <translation>teilweise Erholung</translation>
    </message>
    <message>
        <source>no recovery</source>
        <translation>keine Erholung</translation>
    </message>
    <message>
        <source>recovery not stated</source>
        <translation>Erholung nicht angegeben</translation>
    </message>
    <message>
        <source>modest efficacy</source>
        <translation>mäßig wirksam</translation>
    </message>
    <message>
        <source>high efficacy</source>
        <translation>hochwirksam</translation>
    </message>
    <message>
        <source>efficacy not classified</source>
        <translation>Wirksamkeit nicht eingestuft</translation>
    </message>
    <message>
        <source>Pyr</source>
        <translation>Pyr</translation>
    </message>
    <message>
        <source>Bst</source>
        <translation>Hst</translation>
    </message>
    <message>
        <source>Sen</source>
        <translation>Sen</translation>
    </message>
    <message>
        <source>B&amp;B</source>
        <translation>B&amp;M</translation>
    </message>
    <message>
        <source>Vis</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>T25FW</source>
        <translation>T25FW</translation>
    </message>
    <message>
        <source>9HPT dominant</source>
        <translation>9HPT dominant</translation>
    </message>
    <message>
        <source>9HPT other hand</source>
        <translation>9HPT andere Hand</translation>
    </message>
    <message>
        <source>SDMT</source>
        <translation>SDMT</translation>
    </message>
    <message>
        <source>GFAP</source>
        <translation>GFAP</translation>
    </message>
    <message>
        <source>brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <source>cervical cord</source>
        <translation>zervikales Rückenmark</translation>
    </message>
    <message>
        <source>thoracic cord</source>
        <translation>thorakales Rückenmark</translation>
    </message>
    <message>
        <source>optic nerve</source>
        <translation>Sehnerv</translation>
    </message>
    <message>
        <source>region not stated</source>
        <translation>Region nicht angegeben</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 wird geöffnet</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>enlarging</source>
        <translation>vergrößert</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>stabil</translation>
    </message>
    <message>
        <source>shrinking</source>
        <translation>verkleinert</translation>
    </message>
    <message>
        <source>no longer visible</source>
        <translation>nicht mehr sichtbar</translation>
    </message>
    <message>
        <source>within measurement error</source>
        <translation>innerhalb des Messfehlers</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relapse(s)</source>
        <translation>
            <numerusform>%n Schub</numerusform>
            <numerusform>%n Schübe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side effect(s)</source>
        <translation>
            <numerusform>%n Nebenwirkung</numerusform>
            <numerusform>%n Nebenwirkungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cbl</source>
        <translation>Kl</translation>
    </message>
    <message>
        <source>Cer</source>
        <translation>Ze</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Visite</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>%1 is compared with a number</source>
        <translation>%1 wird mit einer Zahl verglichen</translation>
    </message>
    <message>
        <source>%1 is compared with a day such as 2025-03-09</source>
        <translation>%1 wird mit einem Tag wie 2025-03-09 verglichen</translation>
    </message>
    <message>
        <source>%1 is compared by = or != alone</source>
        <translation>%1 wird nur mit = oder != verglichen</translation>
    </message>
    <message>
        <source>%1 has no such value</source>
        <translation>%1 hat keinen solchen Wert</translation>
    </message>
    <message>
        <source>there is no field of this name</source>
        <translation>ein Feld dieses Namens gibt es nicht</translation>
    </message>
    <message>
        <source>there is no condition of this name</source>
        <translation>eine Bedingung dieses Namens gibt es nicht</translation>
    </message>
    <message>
        <source>Too small to count as a lesion</source>
        <translation>Zu klein, um als Läsion zu zählen</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Prior mm³</source>
        <translation>Zuvor mm³</translation>
    </message>
    <message>
        <source>Now mm³</source>
        <translation>Jetzt mm³</translation>
    </message>
    <message>
        <source>Change mm³</source>
        <translation>Änderung mm³</translation>
    </message>
    <message>
        <source>Measuring lesions</source>
        <translation>Läsionen werden gemessen</translation>
    </message>
    <message>
        <source>Drawing the lesions in 3D</source>
        <translation>Läsionen werden in 3D gezeichnet</translation>
    </message>
    <message>
        <source>no data are open</source>
        <translation>es sind keine Daten geöffnet</translation>
    </message>
    <message>
        <source>Opening the data</source>
        <translation>Daten werden geöffnet</translation>
    </message>
    <message>
        <source>Making the demo consortium</source>
        <translation>Demo-Konsortium wird erstellt</translation>
    </message>
    <message>
        <source>Syncing a release</source>
        <translation>Veröffentlichung wird abgeglichen</translation>
    </message>
    <message>
        <source>Importing images</source>
        <translation>Bilder werden importiert</translation>
    </message>
    <message>
        <source>Setting the passphrase</source>
        <translation>Passphrase wird gesetzt</translation>
    </message>
    <message>
        <source>Dates are shifted for this person: lengths of time hold, days of the calendar and seasons do not.</source>
        <translation>Die Daten dieser Person sind verschoben: Zeitdauern stimmen, Kalendertage und Jahreszeiten nicht.</translation>
    </message>
    <message>
        <source>This release gives years only: lengths of time are known as bounds.</source>
        <translation>Diese Veröffentlichung gibt nur Jahre an: Zeitdauern sind als Grenzen bekannt.</translation>
    </message>
    <message>
        <source>steroids given</source>
        <translation>Steroide gegeben</translation>
    </message>
    <message>
        <source>no steroids</source>
        <translation>keine Steroide</translation>
    </message>
    <message>
        <source>Relapse, %1</source>
        <translation>Schub, %1</translation>
    </message>
    <message>
        <source>perhaps in it</source>
        <translation>vielleicht darin</translation>
    </message>
    <message>
        <source>Of %1 it is not certain whether they began in this time, because dates are not known to the day.</source>
        <translation>Bei %1 ist nicht sicher, ob sie in dieser Zeit begannen, weil Daten nicht auf den Tag bekannt sind.</translation>
    </message>
    <message>
        <source>%1 of them nobody examined, or whether anybody did is not on record.</source>
        <translation>%1 davon hat niemand untersucht, oder es ist nicht eingetragen, ob es jemand tat.</translation>
    </message>
    <message>
        <source>EDSS %1</source>
        <translation>EDSS %1</translation>
    </message>
    <message>
        <source>Relapses</source>
        <translation>Schübe</translation>
    </message>
    <message>
        <source>%1 in %2 years</source>
        <translation>%1 in %2 Jahren</translation>
    </message>
    <message>
        <source>%1 per year, exact 95 % interval %2</source>
        <translation>%1 pro Jahr, exaktes 95-%-Intervall %2</translation>
    </message>
    <message>
        <source>No rate: perhaps no day passed in this time.</source>
        <translation>Keine Rate: vielleicht verging in dieser Zeit kein Tag.</translation>
    </message>
    <message>
        <source>Followed up to the last contact on %1.</source>
        <translation>Verfolgt bis zum letzten Kontakt am %1.</translation>
    </message>
    <message>
        <source>Year before the start</source>
        <translation>Jahr vor dem Beginn</translation>
    </message>
    <message>
        <source>%1 relapses</source>
        <translation>%1 Schübe</translation>
    </message>
    <message>
        <source>%1 in the year before the start, %2 since, in %3 years. Treatment is started after relapses, so the rate falls without it too.</source>
        <translation>%1 im Jahr vor dem Beginn, %2 seitdem, in %3 Jahren. Behandlungen werden nach Schüben begonnen, daher fällt die Rate auch ohne sie.</translation>
    </message>
    <message>
        <source>The first symptom was %1 before the start: the year before is not a whole year of disease.</source>
        <translation>Das erste Symptom war %1 vor dem Beginn: Das Jahr davor ist kein ganzes Jahr der Krankheit.</translation>
    </message>
    <message>
        <source>%1 → %2 (%3)</source>
        <translation>%1 → %2 (%3)</translation>
    </message>
    <message>
        <source>last %1, none before</source>
        <translation>zuletzt %1, davor keiner</translation>
    </message>
    <message>
        <source>none in this time</source>
        <translation>keiner in dieser Zeit</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>%1 before</source>
        <translation>%1 davor</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation>Niedrigster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Visits that lie in this time only perhaps are left out: %1.</source>
        <translation>Visiten, die nur vielleicht in dieser Zeit liegen, sind ausgelassen: %1.</translation>
    </message>
    <message>
        <source>before the start</source>
        <translation>vor dem Beginn</translation>
    </message>
    <message>
        <source>Doses</source>
        <translation>Dosen</translation>
    </message>
    <message>
        <source>none on record</source>
        <translation>keine eingetragen</translation>
    </message>
    <message>
        <source>%1 mg</source>
        <translation>%1 mg</translation>
    </message>
    <message>
        <source>amount not on record</source>
        <translation>Menge nicht eingetragen</translation>
    </message>
    <message>
        <source>Between doses</source>
        <translation>Zwischen Dosen</translation>
    </message>
    <message>
        <source>These doses belong to no treatment on record.</source>
        <translation>Diese Dosen gehören zu keiner eingetragenen Behandlung.</translation>
    </message>
    <message>
        <source>Side effects</source>
        <translation>Nebenwirkungen</translation>
    </message>
    <message>
        <source>seriousness not stated</source>
        <translation>Schwere nicht angegeben</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>schwerwiegend</translation>
    </message>
    <message>
        <source>not serious</source>
        <translation>nicht schwerwiegend</translation>
    </message>
    <message>
        <source>%1, of them serious: %2</source>
        <translation>%1, davon schwerwiegend: %2</translation>
    </message>
    <message>
        <source>Treatment as recorded</source>
        <translation>Behandlung wie eingetragen</translation>
    </message>
    <message>
        <source>ATC %1</source>
        <translation>ATC %1</translation>
    </message>
    <message>
        <source>reason not on record</source>
        <translation>Grund nicht eingetragen</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Relapses that began from the first day of this time up to the day before its end. Pseudo-relapses do not count. A relapse belongs to the time in which it began: no lag until a drug acts and no carry-over are applied. Years are person-years of 365.25 days. The interval is the exact one for a Poisson count (Garwood 1936); where dates are known in part it reaches from the lowest to the highest rate that they allow.</source>
        <translation>Schübe, die vom ersten Tag dieser Zeit bis zum Tag vor ihrem Ende begannen. Pseudoschübe zählen nicht. Ein Schub gehört zu der Zeit, in der er begann: Weder eine Verzögerung bis zur Wirkung noch eine Nachwirkung wird angesetzt. Jahre sind Personenjahre zu 365,25 Tagen. Das Intervall ist das exakte für eine Poisson-Zahl (Garwood 1936); wo Daten nur teilweise bekannt sind, reicht es von der niedrigsten bis zur höchsten Rate, die sie erlauben.</translation>
    </message>
    <message>
        <source>Relapses that began in the year up to the day before the start, whatever was taken then. Regression to the mean alone may be up to 40 % of a fall after a start (Mult Scler 2006;12:826). For one person no rate ratio and no p-value is given.</source>
        <translation>Schübe, die im Jahr bis zum Tag vor dem Beginn begannen, was auch immer damals genommen wurde. Die Regression zur Mitte allein kann bis zu 40 % eines Rückgangs nach einem Beginn ausmachen (Mult Scler 2006;12:826). Für eine Person werden kein Ratenverhältnis und kein p-Wert angegeben.</translation>
    </message>
    <message>
        <source>Before: the last EDSS up to and with the first day, however old. First, lowest and last: of visits after the first day, up to and with the last. Of two values on one day the examined one counts. The difference is that of two values; it is no confirmed worsening or improvement.</source>
        <translation>Davor: der letzte EDSS bis einschließlich des ersten Tages, wie alt auch immer. Erster, niedrigster und letzter: aus Visiten nach dem ersten Tag bis einschließlich des letzten. Von zwei Werten eines Tages zählt der untersuchte. Der Unterschied ist der zweier Werte; er ist keine bestätigte Verschlechterung oder Verbesserung.</translation>
    </message>
    <message>
        <source>New T2 lesions as the radiologist counted them against the scan named in the report. A new lesion belongs to the time between the two scans: it counts under a drug only when both lie under it; no lag until the drug acts is applied. No scan, not reported and no contrast given are not 0.</source>
        <translation>Neue T2-Läsionen, wie der Radiologe sie gegen die im Befund genannte Aufnahme zählte. Eine neue Läsion gehört zur Zeit zwischen den beiden Aufnahmen: Sie zählt unter einem Medikament nur, wenn beide darunter liegen; eine Verzögerung bis zur Wirkung wird nicht angesetzt. Keine Aufnahme, nicht berichtet und kein Kontrastmittel sind nicht 0.</translation>
    </message>
    <message>
        <source>Doses on record that belong to this treatment. A drug that is taken daily has none.</source>
        <translation>Eingetragene Dosen, die zu dieser Behandlung gehören. Ein täglich genommenes Medikament hat keine.</translation>
    </message>
    <message>
        <source>Side effects that were recorded for this treatment. None on record does not mean that there were none.</source>
        <translation>Nebenwirkungen, die zu dieser Behandlung eingetragen wurden. Keine eingetragen heißt nicht, dass es keine gab.</translation>
    </message>
    <message>
        <source>Records of the same drug that follow each other without a day between them and without a reason to stop are one time on the drug.</source>
        <translation>Einträge desselben Medikaments, die ohne einen Tag dazwischen und ohne Grund zum Absetzen aufeinander folgen, sind eine Zeit mit dem Medikament.</translation>
    </message>
    <message>
        <source>not reported</source>
        <translation>nicht berichtet</translation>
    </message>
    <message>
        <source>%1, %2 not reported</source>
        <translation>%1, %2 nicht berichtet</translation>
    </message>
    <message>
        <source>the scan that it was compared with is not on record</source>
        <translation>die Aufnahme, mit der verglichen wurde, ist nicht eingetragen</translation>
    </message>
    <message>
        <source>%1 new T2</source>
        <translation>%1 neue T2</translation>
    </message>
    <message>
        <source>new T2 not reported</source>
        <translation>neue T2 nicht berichtet</translation>
    </message>
    <message>
        <source>%1 enlarging</source>
        <translation>%1 vergrößert</translation>
    </message>
    <message>
        <source>Gd %1</source>
        <translation>Gd %1</translation>
    </message>
    <message>
        <source>Gd not reported</source>
        <translation>Gd nicht berichtet</translation>
    </message>
    <message>
        <source>%1 T</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>cord or optic nerve alone</source>
        <translation>nur Rückenmark oder Sehnerv</translation>
    </message>
    <message>
        <source>without comparator</source>
        <translation>ohne Vergleich</translation>
    </message>
    <message>
        <source>in it</source>
        <translation>darin</translation>
    </message>
    <message>
        <source>under it</source>
        <translation>darunter</translation>
    </message>
    <message>
        <source>spans the start</source>
        <translation>umfasst den Beginn</translation>
    </message>
    <message>
        <source>spans the switch to it</source>
        <translation>umfasst den Wechsel dazu</translation>
    </message>
    <message>
        <source>spans the stop</source>
        <translation>umfasst das Ende</translation>
    </message>
    <message>
        <source>spans the switch from it</source>
        <translation>umfasst den Wechsel weg davon</translation>
    </message>
    <message>
        <source>spans all of it</source>
        <translation>umfasst alles davon</translation>
    </message>
    <message>
        <source>unsure: dates known in part</source>
        <translation>unsicher: Daten teilweise bekannt</translation>
    </message>
    <message>
        <source>New T2 lesions</source>
        <translation>Neue T2-Läsionen</translation>
    </message>
    <message>
        <source>no scan in this time</source>
        <translation>keine Aufnahme in dieser Zeit</translation>
    </message>
    <message>
        <source>no scan during treatment</source>
        <translation>keine Aufnahme während der Behandlung</translation>
    </message>
    <message>
        <source>no interval under it</source>
        <translation>kein Abstand darunter</translation>
    </message>
    <message>
        <source>Lesions of an interval that spans a switch may have come before or after it; they are not counted under a drug.</source>
        <translation>Läsionen eines Abstands, der einen Wechsel umfasst, können davor oder danach entstanden sein; sie werden unter keinem Medikament gezählt.</translation>
    </message>
    <message>
        <source>Duration: %1</source>
        <translation>Dauer: %1</translation>
    </message>
    <message>
        <source>Stopped for: %1</source>
        <translation>Beendet wegen: %1</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>Wie gezählt wird</translation>
    </message>
    <message>
        <source>contradictory</source>
        <translation>widersprüchlich</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>no rate</source>
        <translation>keine Rate</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>lowest %1</source>
        <translation>niedrigster %1</translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>not summed</source>
        <translation>nicht summiert</translation>
    </message>
    <message>
        <source>no scan</source>
        <translation>keine Aufnahme</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) the switch</source>
        <translation>
            <numerusform>%n umfasst den Wechsel</numerusform>
            <numerusform>%n umfassen den Wechsel</numerusform>
        </translation>
    </message>
    <message>
        <source>switch: not reported</source>
        <translation>Wechsel: nicht berichtet</translation>
    </message>
    <message>
        <source>%1 unsure</source>
        <translation>%1 unsicher</translation>
    </message>
    <message>
        <source>%1 not reported</source>
        <translation>%1 nicht berichtet</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>dauert an</translation>
    </message>
    <message>
        <source>Taken at the same time as %1 for %2. What happened then counts under both drugs.</source>
        <translation>%2 lang gleichzeitig mit %1 genommen. Was dann geschah, zählt unter beiden Medikamenten.</translation>
    </message>
    <message>
        <source>Perhaps taken at the same time as %1, at most for %2: dates are not known to the day.</source>
        <translation>Vielleicht gleichzeitig mit %1 genommen, höchstens %2 lang: Daten sind nicht auf den Tag bekannt.</translation>
    </message>
    <message>
        <source>After %1, no new drug</source>
        <translation>Nach %1, kein neues Medikament</translation>
    </message>
    <message>
        <source>No drug, after %1</source>
        <translation>Kein Medikament, nach %1</translation>
    </message>
    <message>
        <source>%1 not examined</source>
        <translation>%1 nicht untersucht</translation>
    </message>
    <message>
        <source>The recorded stop lies before the start. Nothing is counted under this treatment.</source>
        <translation>Das eingetragene Ende liegt vor dem Beginn. Unter dieser Behandlung wird nichts gezählt.</translation>
    </message>
    <message>
        <source>“%1” is not in the table of drugs: how it is dosed and how long it acts is not known.</source>
        <translation>„%1“ steht nicht in der Tabelle der Medikamente: Wie es dosiert wird und wie lange es wirkt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Its dates are not known to the day; counts and rates are given as the lowest and the highest that the dates allow.</source>
        <translation>Die Daten sind nicht auf den Tag bekannt; Zahlen und Raten sind als niedrigste und höchste angegeben, die die Daten erlauben.</translation>
    </message>
    <message>
        <source>%1 acts beyond its course: this time is not untreated.</source>
        <translation>%1 wirkt über die Gabe hinaus: Diese Zeit ist nicht unbehandelt.</translation>
    </message>
    <message>
        <source>What happens after stopping may still belong to %1: what is left of its effect, or a rebound. It is counted here, where it began.</source>
        <translation>Was nach dem Absetzen geschieht, kann noch zu %1 gehören: ein Rest der Wirkung oder ein Rebound. Es wird hier gezählt, wo es begann.</translation>
    </message>
    <message>
        <source>did not end</source>
        <translation>nicht beendet</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Veröffentlichung</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Why it was not taken</source>
        <translation>Warum es nicht übernommen wurde</translation>
    </message>
    <message>
        <source>takes %1 MB of memory; one image may take %2 MB</source>
        <translation>braucht %1 MB Speicher; ein Bild darf %2 MB brauchen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Automatic window</source>
        <translation>Automatisches Fenster</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Ganzer Bereich</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Bright structures</source>
        <translation>Helle Strukturen</translation>
    </message>
    <message>
        <source>Dark structures</source>
        <translation>Dunkle Strukturen</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n interval(s)</source>
        <translation>
            <numerusform>%1 in %n Abstand</numerusform>
            <numerusform>%1 in %n Abständen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interval(s) that share time, not summed</source>
        <translation>
            <numerusform>%n Abstand mit gemeinsamer Zeit, nicht summiert</numerusform>
            <numerusform>%n Abstände mit gemeinsamer Zeit, nicht summiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s)</source>
        <translation>
            <numerusform>%n Aufnahme</numerusform>
            <numerusform>%n Aufnahmen</numerusform>
        </translation>
    </message>
</context>
</TS>
