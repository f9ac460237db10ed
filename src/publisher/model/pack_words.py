"""The words of the campaign pack, in the languages of ``locale``, which looks them up here."""

from collections.abc import Mapping
from types import MappingProxyType

PACK: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        # What the files of a book are for
        "You choose the size and the colours of the letters; screen readers and braille displays read all of it.": (
            "Größe und Farben der Schrift sind frei wählbar; Screenreader und Braillezeilen lesen alles.",
            "El tamaño y los colores de las letras se pueden elegir; los lectores de pantalla y las líneas braille lo leen todo.",
            "La taille et les couleurs des lettres se choisissent ; les lecteurs d’écran et les plages braille lisent tout.",
        ),
        "Opens in every browser, also without a connection.": (
            "Öffnet sich in jedem Browser, auch ohne Verbindung.",
            "Se abre en cualquier navegador, también sin conexión.",
            "S’ouvre dans tous les navigateurs, même sans connexion.",
        ),
        "The same in a browser, with a page for each chapter. Keep the folder whole.": (
            "Dasselbe im Browser, mit einer Seite je Kapitel. Der Ordner muss vollständig bleiben.",
            "Lo mismo en el navegador, con una página por capítulo. La carpeta debe quedar completa.",
            "La même chose dans le navigateur, avec une page par chapitre. Le dossier doit rester complet.",
        ),
        "The pages of the print edition, tagged for screen readers.": (
            "Die Seiten der gedruckten Ausgabe, ausgezeichnet für Screenreader.",
            "Las páginas de la edición impresa, etiquetadas para lectores de pantalla.",
            "Les pages de l’édition imprimée, balisées pour les lecteurs d’écran.",
        ),
        "Large letters on paper or on a screen, tagged for screen readers.": (
            "Große Buchstaben auf Papier oder Bildschirm, ausgezeichnet für Screenreader.",
            "Letras grandes en papel o en pantalla, etiquetadas para lectores de pantalla.",
            "De grands caractères sur papier ou à l’écran, balisés pour les lecteurs d’écran.",
        ),
        "A few pages to print and to give away, tagged for screen readers.": (
            "Wenige Seiten zum Drucken und Weitergeben, ausgezeichnet für Screenreader.",
            "Unas pocas páginas para imprimir y repartir, etiquetadas para lectores de pantalla.",
            "Quelques pages à imprimer et à distribuer, balisées pour les lecteurs d’écran.",
        ),
        "Small pages in reading order, tagged for screen readers.": (
            "Kleine Seiten in Lesereihenfolge, ausgezeichnet für Screenreader.",
            "Páginas pequeñas en orden de lectura, etiquetadas para lectores de pantalla.",
            "De petites pages dans l’ordre de lecture, balisées pour les lecteurs d’écran.",
        ),
        "For braille displays, note takers and simple programs; every picture is told in words.": (
            "Für Braillezeilen, Notizgeräte und einfache Programme; jedes Bild ist in Worten erzählt.",
            "Para líneas braille, anotadores y programas sencillos; cada imagen se cuenta con palabras.",
            "Pour plages braille, bloc-notes et programmes simples ; chaque image est dite avec des mots.",
        ),
        "For embossers and braille displays. Made by software; ask us whether a braille reader has proofread it.": (
            "Für Brailledrucker und Braillezeilen. Von einem Programm erstellt; ob jemand, der Braille liest, es geprüft hat, "
            "erfahren Sie von uns.",
            "Para impresoras y líneas braille. Hecho por un programa; pregúntenos si lo ha revisado alguien que lee braille.",
            "Pour embosseuses et plages braille. Fait par un programme ; demandez-nous si un lecteur de braille l’a relu.",
        ),
        "Braille, in the cells of Unicode": (
            "Brailleschrift, in den Zeichen von Unicode",
            "Braille, en los signos de Unicode",
            "Braille, dans les signes d’Unicode",
        ),
        "For braille displays that show a text file as it is.": (
            "Für Braillezeilen, die eine Textdatei so zeigen, wie sie ist.",
            "Para líneas braille que muestran un archivo de texto tal como es.",
            "Pour les plages braille qui affichent un fichier texte tel quel.",
        ),
        "To listen to, a file a chapter.": (
            "Zum Hören, eine Datei je Kapitel.",
            "Para escuchar, un archivo por capítulo.",
            "À écouter, un fichier par chapitre.",
        ),
        "Booklet, to print and fold": (
            "Heft, zum Drucken und Falten",
            "Folleto, para imprimir y plegar",
            "Livret, à imprimer et à plier",
        ),
        "Pages side by side, in the order of the printer. Screen readers cannot make sense of it.": (
            "Seiten nebeneinander, in der Reihenfolge des Druckers. Für Screenreader ergibt das keinen Sinn.",
            "Páginas una junto a otra, en el orden de la impresora. Los lectores de pantalla no pueden entenderlo.",
            "Des pages côte à côte, dans l’ordre de l’imprimante. Les lecteurs d’écran n’y comprennent rien.",
        ),
        "For the print shop": ("Für die Druckerei", "Para la imprenta", "Pour l’imprimerie"),
        "Made for the inks of a printing press. It says nothing to a screen reader.": (
            "Für die Farben einer Druckmaschine gemacht. Screenreadern sagt es nichts.",
            "Hecho para las tintas de una prensa. No dice nada a un lector de pantalla.",
            "Fait pour les encres d’une presse. Il ne dit rien à un lecteur d’écran.",
        ),
        # The pack
        "The same words in every format, made on the same day: take the one that suits you.": (
            "Dieselben Worte in jedem Format, am selben Tag gemacht: Nehmen Sie das, das Ihnen passt.",
            "Las mismas palabras en todos los formatos, hechos el mismo día: tome el que le convenga.",
            "Les mêmes mots dans chaque format, faits le même jour : prenez celui qui vous convient.",
        ),
        "To read": ("Zum Lesen", "Para leer", "À lire"),
        "For printing only: not accessible": (
            "Nur zum Drucken: nicht barrierefrei",
            "Solo para imprimir: no accesible",
            "Pour l’impression seulement : non accessible",
        ),
        "These files are for a machine. To read, take one of the others.": (
            "Diese Dateien sind für eine Maschine. Zum Lesen nehmen Sie eine der anderen.",
            "Estos archivos son para una máquina. Para leer, tome uno de los otros.",
            "Ces fichiers sont destinés à une machine. Pour lire, prenez l’un des autres.",
        ),
        "About these files": ("Über diese Dateien", "Acerca de estos archivos", "À propos de ces fichiers"),
        "Accessibility statement": (
            "Erklärung zur Barrierefreiheit",
            "Declaración de accesibilidad",
            "Déclaration d’accessibilité",
        ),
        "Report of the build, for editors": (
            "Bericht der Herstellung, für die Redaktion",
            "Informe de la producción, para editores",
            "Rapport de fabrication, pour la rédaction",
        ),
        "Report of the build, for programs": (
            "Bericht der Herstellung, für Programme",
            "Informe de la producción, para programas",
            "Rapport de fabrication, pour les programmes",
        ),
        "Checksums: they show whether a file has been changed": (
            "Prüfsummen: Sie zeigen, ob eine Datei verändert wurde",
            "Sumas de comprobación: muestran si un archivo ha cambiado",
            "Sommes de contrôle : elles montrent si un fichier a été modifié",
        ),
        "All files in words": (
            "Alle Dateien in Worten",
            "Todos los archivos con palabras",
            "Tous les fichiers en mots",
        ),
        "Another format": ("Ein anderes Format", "Otro formato", "Un autre format"),
        "Ask whoever gave you these files.": (
            "Fragen Sie, von wem Sie diese Dateien haben.",
            "Pregunte a quien le dio estos archivos.",
            "Demandez à la personne qui vous a donné ces fichiers.",
        ),
    }
)
