"""The words of a book's accessibility statement, in the languages of ``locale``, which looks them up here."""

from collections.abc import Mapping
from types import MappingProxyType

STATEMENT: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "Accessibility of this publication": (
            "Barrierefreiheit dieser Veröffentlichung",
            "Accesibilidad de esta publicación",
            "Accessibilité de cette publication",
        ),
        # What is claimed
        "{} has checked this publication. We believe that the e-book meets EPUB Accessibility 1.1 at WCAG {} Level {}. "
        "This is our own assessment, made on {}.": (
            "{} hat diese Veröffentlichung geprüft. Wir sind überzeugt, dass das E-Book EPUB Accessibility 1.1 mit WCAG {}, "
            "Stufe {}, erfüllt. Das ist unsere eigene Einschätzung vom {}.",
            "{} ha comprobado esta publicación. Creemos que el libro electrónico cumple EPUB Accessibility 1.1 con WCAG {}, "
            "nivel {}. Es nuestra propia evaluación, hecha el {}.",
            "{} a vérifié cette publication. Nous pensons que le livre numérique respecte EPUB Accessibility 1.1 avec WCAG {}, "
            "niveau {}. C’est notre propre évaluation, faite le {}.",
        ),
        "We have tested this publication with automatic tools. It has not been fully checked by a person.": (
            "Wir haben diese Veröffentlichung mit Programmen geprüft. Ein Mensch hat sie nicht vollständig geprüft.",
            "Hemos comprobado esta publicación con herramientas automáticas. Ninguna persona la ha revisado por completo.",
            "Nous avons testé cette publication avec des outils automatiques. Personne ne l’a vérifiée entièrement.",
        ),
        "Report of the check:": ("Prüfbericht:", "Informe de la comprobación:", "Rapport de vérification :"),
        # What works
        "What works:": ("Was funktioniert:", "Lo que funciona:", "Ce qui fonctionne :"),
        "Every chapter has a heading and stands in the contents.": (
            "Jedes Kapitel hat eine Überschrift und steht im Inhaltsverzeichnis.",
            "Cada capítulo tiene un título y figura en el índice.",
            "Chaque chapitre a un titre et figure dans la table des matières.",
        ),
        "Headings follow each other without a gap.": (
            "Die Überschriften folgen einander ohne Lücke in den Ebenen.",
            "Los títulos se suceden sin saltar ningún nivel.",
            "Les titres se suivent sans sauter de niveau.",
        ),
        "The picture has a description in words.": (
            "Das Bild ist in Worten beschrieben.",
            "La imagen está descrita con palabras.",
            "L’image est décrite par des mots.",
        ),
        "All {} pictures have a description in words.": (
            "Alle {} Bilder sind in Worten beschrieben.",
            "Las {} imágenes están descritas con palabras.",
            "Les {} images sont décrites par des mots.",
        ),
        "Maps, charts and diagrams have long descriptions.": (
            "Karten, Diagramme und Schaubilder haben ausführliche Beschreibungen.",
            "Los mapas, gráficos y diagramas tienen descripciones largas.",
            "Les cartes, graphiques et schémas ont des descriptions longues.",
        ),
        "References and notes link to their list, and back to each place that names them.": (
            "Quellen und Anmerkungen sind mit ihrer Liste verknüpft und von dort mit jeder Stelle, die sie nennt.",
            "Las referencias y notas enlazan con su lista, y de vuelta con cada lugar que las nombra.",
            "Les références et les notes mènent à leur liste, et de là à chaque endroit qui les nomme.",
        ),
        "All tables have headings.": (
            "Alle Tabellen haben Kopfzellen.",
            "Todas las tablas tienen encabezados.",
            "Tous les tableaux ont des en-têtes.",
        ),
        "Page numbers are those of the print edition.": (
            "Die Seitenzahlen sind die der Druckausgabe.",
            "Los números de página son los de la edición impresa.",
            "Les numéros de page sont ceux de l’édition imprimée.",
        ),
        "Words in another language are marked, so that a voice can speak them.": (
            "Wörter in anderen Sprachen sind gekennzeichnet, damit eine Stimme sie richtig spricht.",
            "Las palabras en otros idiomas están marcadas para que una voz las pronuncie.",
            "Les mots dans une autre langue sont signalés, pour qu’une voix les prononce.",
        ),
        "On a screen, text stands out from its background by {}:1 or more.": (
            "Am Bildschirm hebt sich der Text mit {}:1 oder mehr vom Hintergrund ab.",
            "En pantalla, el contraste entre el texto y el fondo es de {}:1 o más.",
            "À l’écran, le contraste entre le texte et le fond est de {}:1 ou plus.",
        ),
        "In the e-book, the size of the text, its typeface, spacing and colours can be changed.": (
            "Im E-Book lassen sich Größe, Schriftart, Abstände und Farben des Textes ändern.",
            "En el libro electrónico se pueden cambiar el tamaño, la letra, los espacios y los colores del texto.",
            "Dans le livre numérique, la taille, la police, les espacements et les couleurs du texte peuvent être changés.",
        ),
        "The PDF is tagged: assistive technology is told what is a heading, a list, a table, a note or a picture.": (
            "Das PDF ist getaggt: Hilfstechnik erfährt, was Überschrift, Liste, Tabelle, Anmerkung oder Bild ist.",
            "El PDF está etiquetado: las ayudas técnicas saben qué es título, lista, tabla, nota o imagen.",
            "Le PDF est balisé : les aides techniques savent ce qui est titre, liste, tableau, note ou image.",
        ),
        "Nothing flashes, moves or sounds.": (
            "Nichts blitzt, bewegt sich oder gibt Töne von sich.",
            "Nada parpadea, se mueve ni suena.",
            "Rien ne clignote, ne bouge ni n’émet de son.",
        ),
        "There is no copy protection.": (
            "Es gibt keinen Kopierschutz.",
            "No hay protección contra copia.",
            "Il n’y a pas de protection contre la copie.",
        ),
        # What does not
        "What does not work:": ("Was nicht funktioniert:", "Lo que no funciona:", "Ce qui ne fonctionne pas :"),
        "The picture has no description.": (
            "Das Bild ist nicht beschrieben.",
            "La imagen no está descrita.",
            "L’image n’est pas décrite.",
        ),
        "{} of {} pictures has no description.": (
            "{} von {} Bildern ist nicht beschrieben.",
            "{} de {} imágenes no está descrita.",
            "{} image sur {} n’est pas décrite.",
        ),
        "{} of {} pictures have no description.": (
            "{} von {} Bildern sind nicht beschrieben.",
            "{} de {} imágenes no están descritas.",
            "{} images sur {} ne sont pas décrites.",
        ),
        "{} of {} maps, charts and diagrams have no long description.": (
            "{} von {} Karten, Diagrammen und Schaubildern ohne ausführliche Beschreibung.",
            "{} de {} mapas, gráficos y diagramas sin descripción larga.",
            "{} sur {} cartes, graphiques et schémas sans description longue.",
        ),
        "{} of {} tables have no headings.": (
            "{} von {} Tabellen ohne Kopfzellen.",
            "{} de {} tablas sin encabezados.",
            "{} tableaux sur {} sans en-têtes.",
        ),
        "In places, headings leave out a level.": (
            "Die Überschriften lassen stellenweise eine Ebene aus.",
            "En algunos lugares, los títulos saltan un nivel.",
            "Par endroits, les titres sautent un niveau.",
        ),
        "Some chapters have no heading.": (
            "Einige Kapitel haben keine Überschrift.",
            "Algunos capítulos no tienen título.",
            "Certains chapitres n’ont pas de titre.",
        ),
        "Pictures show words that cannot be enlarged or recoloured: {}.": (
            "Bilder zeigen Text, der sich weder vergrößern noch umfärben lässt: {}.",
            "Imágenes con texto que no se puede ampliar ni cambiar de color: {}.",
            "Images avec du texte que l’on ne peut ni agrandir ni recolorer : {}.",
        ),
        "Something flashes in: {}.": (
            "Etwas blitzt in: {}.",
            "Algo parpadea en: {}.",
            "Quelque chose clignote dans : {}.",
        ),
        "Something moves in: {}.": (
            "Etwas bewegt sich in: {}.",
            "Algo se mueve en: {}.",
            "Quelque chose bouge dans : {}.",
        ),
        "Something sounds in: {}.": (
            "Etwas tönt in: {}.",
            "Algo suena en: {}.",
            "Quelque chose émet un son dans : {}.",
        ),
        "Pictures move in: {}. Nobody has said whether they flash.": (
            "Bilder bewegen sich in: {}. Niemand hat angegeben, ob sie blitzen.",
            "Hay imágenes que se mueven en: {}. Nadie ha indicado si parpadean.",
            "Des images bougent dans : {}. Personne n’a dit si elles clignotent.",
        ),
        # Forms, and whom to ask
        "Formats: {}.": ("Formate: {}.", "Formatos: {}.", "Formats : {}."),
        "The braille is made by software.": (
            "Die Brailleschrift wird von einem Programm erzeugt.",
            "El braille lo genera un programa.",
            "Le braille est produit par un logiciel.",
        ),
        "If you need another format or find a problem, ask us:": (
            "Wenn Sie ein anderes Format brauchen oder ein Problem finden, fragen Sie uns:",
            "Si necesita otro formato o encuentra un problema, escríbanos o llámenos:",
            "Si vous avez besoin d’un autre format ou trouvez un problème, contactez-nous :",
        ),
        "telephone {}": ("Telefon {}", "teléfono {}", "téléphone {}"),
        "We answer within one working day.": (
            "Wir antworten innerhalb eines Arbeitstages.",
            "Respondemos en un día laborable.",
            "Nous répondons sous un jour ouvrable.",
        ),
        "We answer within {} working days.": (
            "Wir antworten innerhalb von {} Arbeitstagen.",
            "Respondemos en {} días laborables.",
            "Nous répondons sous {} jours ouvrables.",
        ),
        "There is no charge.": ("Das kostet nichts.", "No tiene ningún coste.", "C’est gratuit."),
        # Evidence for the European Accessibility Act
        "European Accessibility Act": (
            "Europäischer Rechtsakt zur Barrierefreiheit",
            "Acta Europea de Accesibilidad",
            "Acte législatif européen sur l’accessibilité",
        ),
        "What this publication has to show for each point on e-books in Annex I of Directive (EU) 2019/882:": (
            "Was diese Veröffentlichung zu jedem Punkt über E-Books in Anhang I der Richtlinie (EU) 2019/882 vorzuweisen hat:",
            "Lo que esta publicación aporta a cada punto sobre libros electrónicos del anexo I de la Directiva (UE) 2019/882:",
            "Ce que cette publication apporte à chaque point sur les livres numériques de l’annexe I de la directive (UE) 2019/882 :",
        ),
        "IV (f)(i), text and audio together": (
            "IV (f) (i), Text und Ton zugleich",
            "IV (f)(i), texto y audio a la vez",
            "IV (f)(i), texte et audio ensemble",
        ),
        "The e-book holds no audio.": (
            "Das E-Book enthält keinen Ton.",
            "El libro electrónico no contiene audio.",
            "Le livre numérique ne contient pas d’audio.",
        ),
        "IV (f)(ii) and (vi), assistive technology": (
            "IV (f) (ii) und (vi), Hilfstechnik",
            "IV (f)(ii) y (vi), ayudas técnicas",
            "IV (f)(ii) et (vi), aides techniques",
        ),
        "Nothing is encrypted, and there are no scripts.": (
            "Nichts ist verschlüsselt, und es gibt keine Skripte.",
            "Nada está cifrado y no hay scripts.",
            "Rien n’est chiffré et il n’y a pas de script.",
        ),
        "IV (f)(iii), navigation, structure and layout": (
            "IV (f) (iii), Navigation, Struktur und Layout",
            "IV (f)(iii), navegación, estructura y disposición",
            "IV (f)(iii), navigation, structure et mise en page",
        ),
        "The e-book has a table of contents, and its text is laid out anew on every screen.": (
            "Das E-Book hat ein Inhaltsverzeichnis, und sein Text wird auf jedem Bildschirm neu umbrochen.",
            "El libro electrónico tiene un índice y su texto se adapta a cada pantalla.",
            "Le livre numérique a une table des matières et son texte s’adapte à chaque écran.",
        ),
        "IV (f)(iv), other renditions": (
            "IV (f) (iv), andere Wiedergaben",
            "IV (f)(iv), otras presentaciones",
            "IV (f)(iv), autres présentations",
        ),
        "IV (f)(v), metadata": ("IV (f) (v), Metadaten", "IV (f)(v), metadatos", "IV (f)(v), métadonnées"),
        "The metadata of the e-book says how accessible it is.": (
            "Die Metadaten des E-Books sagen, wie barrierefrei es ist.",
            "Los metadatos del libro electrónico dicen cuán accesible es.",
            "Les métadonnées du livre numérique disent à quel point il est accessible.",
        ),
        "III (b)(v), type, contrast and spacing": (
            "III (b) (v), Schrift, Kontrast und Abstände",
            "III (b)(v), letra, contraste y espacios",
            "III (b)(v), caractères, contraste et espacement",
        ),
        # Records that the pack holds
        "Record for catalogues": ("Datensatz für Kataloge", "Registro para catálogos", "Notice pour les catalogues"),
        "Record for the book trade": (
            "Datensatz für den Buchhandel",
            "Registro para el comercio del libro",
            "Notice pour le commerce du livre",
        ),
        # The summary for catalogues
        "Checked by {} on {} with automatic tests and by hand.": (
            "Geprüft von {} am {}, mit Programmen und von Hand.",
            "Comprobado por {} el {} con pruebas automáticas y a mano.",
            "Vérifié par {} le {} avec des tests automatiques et à la main.",
        ),
        "Checked with automatic tests only; not yet checked by a person.": (
            "Nur mit Programmen geprüft, noch nicht von einem Menschen.",
            "Comprobado solo con pruebas automáticas; aún sin revisar por una persona.",
            "Vérifié seulement par des tests automatiques, pas encore par une personne.",
        ),
        "References are numbered in the text and link to a list at the end; "
        "each entry links back to every place it is cited.": (
            "Quellen sind im Text nummeriert und mit einer Liste am Ende verknüpft; "
            "jeder Eintrag führt zurück zu jeder Stelle, die ihn nennt.",
            "Las referencias están numeradas en el texto y enlazan con una lista al final; "
            "cada entrada enlaza con todos los lugares que la citan.",
            "Les références sont numérotées dans le texte et mènent à une liste à la fin ; "
            "chaque entrée ramène à tous les endroits qui la citent.",
        ),
        "References in the text link to a list at the end; each entry links back to every place it is cited.": (
            "Quellen sind im Text mit einer Liste am Ende verknüpft; jeder Eintrag führt zurück zu jeder Stelle, die ihn nennt.",
            "Las referencias del texto enlazan con una lista al final; cada entrada enlaza con todos los lugares que la citan.",
            "Les références du texte mènent à une liste à la fin ; chaque entrée ramène à tous les endroits qui la citent.",
        ),
        "Pictures that need it have a long description in a section at the end of the chapter.": (
            "Bilder, die es brauchen, sind in einem Abschnitt am Ende des Kapitels ausführlich beschrieben.",
            "Las imágenes que lo necesitan tienen una descripción larga en una sección al final del capítulo.",
            "Les images qui en ont besoin ont une description longue dans une section à la fin du chapitre.",
        ),
        "Page numbers match the PDF print edition; blank pages are left out.": (
            "Die Seitenzahlen entsprechen der Druckausgabe (PDF); leere Seiten sind ausgelassen.",
            "Los números de página coinciden con la edición impresa en PDF; se omiten las páginas en blanco.",
            "Les numéros de page correspondent à l’édition imprimée en PDF ; les pages blanches sont omises.",
        ),
    }
)
