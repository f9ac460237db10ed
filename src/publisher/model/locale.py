"""The words that are ours and not the author's ("Figure 2", "Back to"), in the language of the book.

A language stands here whole or not at all. A book in any other has these words in English, marked as English.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from publisher.model.accessibility_words import STATEMENT
from publisher.model.language_names import NAMES
from publisher.model.pack_words import PACK

_LANGUAGES = ("de", "es", "fr")
# By the English words; {} is what is put in.
_WORDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        **STATEMENT,
        **PACK,
        **NAMES,
        # Names of parts of a book
        "Contents": ("Inhalt", "Índice", "Table des matières"),
        "Notes": ("Anmerkungen", "Notas", "Notes"),
        "References": ("Quellen", "Referencias", "Références"),
        "Further reading": ("Weiterführende Literatur", "Lecturas adicionales", "Lectures complémentaires"),
        "Image descriptions": ("Bildbeschreibungen", "Descripciones de las imágenes", "Descriptions des images"),
        "Cover": ("Umschlag", "Cubierta", "Couverture"),
        "Title page": ("Titelseite", "Portada", "Page de titre"),
        "About this book": ("Über dieses Buch", "Acerca de este libro", "À propos de ce livre"),
        "Start of the text": ("Beginn des Textes", "Comienzo del texto", "Début du texte"),
        "Pages": ("Seiten", "Páginas", "Pages"),
        "Landmarks": ("Orientierungspunkte", "Puntos de referencia", "Points de repère"),
        "Figures": ("Abbildungen", "Figuras", "Figures"),
        "Picture credits": ("Bildnachweise", "Créditos de las imágenes", "Crédits des images"),
        "Other pictures": ("Weitere Bilder", "Otras imágenes", "Autres images"),
        # Figures, tables and ways to and fro
        "Figure {}": ("Abbildung {}", "Figura {}", "Figure {}"),
        "Table {}": ("Tabelle {}", "Tabla {}", "Tableau {}"),
        "Table": ("Tabelle", "Tabla", "Tableau"),
        "the picture": ("das Bild", "la imagen", "l’image"),
        "picture {}": ("Bild {}", "imagen {}", "image {}"),
        "Words in the picture: {}": (
            "Wörter im Bild: {}",
            "Palabras de la imagen: {}",
            "Mots dans l’image : {}",
        ),
        "Description of {}": ("Beschreibung: {}", "Descripción: {}", "Description : {}"),
        "Back to {}": ("Zurück: {}", "Volver: {}", "Retour : {}"),
        "Back to:": ("Zurück zu:", "Volver a:", "Retour à :"),
        "Cited at:": ("Zitierstellen:", "Citado en:", "Citations :"),
        "Reference {}": ("Quelle {}", "Referencia {}", "Référence {}"),
        "Note {}": ("Anmerkung {}", "Nota {}", "Note {}"),
        "{}, back to citation of reference {} in {}": (
            "{}, zurück zum Zitat der Quelle {} in {}",
            "{}, volver a la cita de la referencia {} en {}",
            "{}, retour à la citation de la référence {} dans {}",
        ),
        "{}, back to mark of note {} in {}": (
            "{}, zurück zum Verweis auf Anmerkung {} in {}",
            "{}, volver a la llamada de la nota {} en {}",
            "{}, retour à l’appel de la note {} dans {}",
        ),
        "This page is blank": ("Diese Seite ist leer", "Esta página está en blanco", "Cette page est vierge"),
        "page {}": ("Seite {}", "página {}", "page {}"),
        "see page {} of {}": ("siehe Seite {} in {}", "véase la página {} de {}", "voir page {} de {}"),
        "see {} in {}": ("siehe {} in {}", "véase {} en {}", "voir {} dans {}"),
        "Page {} of {}": ("Seite {} von {}", "Página {} de {}", "Page {} sur {}"),
        "see {}": ("siehe {}", "véase {}", "voir {}"),
        # People
        "{} and {}": ("{} und {}", "{}, {}", "{} et {}"),
        "{} and others": ("{} und andere", "{} y otros", "{} et autres"),
        "Edited by {}": ("Herausgegeben von {}", "Edición de {}", "Dirigé par {}"),
        "Illustrated by {}": ("Illustriert von {}", "Ilustraciones de {}", "Illustré par {}"),
        "Translated by {}": ("Übersetzt von {}", "Traducción de {}", "Traduit par {}"),
        "With {}": ("Mit {}", "Con {}", "Avec {}"),
        "Introduction by {}": ("Einleitung von {}", "Introducción de {}", "Introduction par {}"),
        # The title page and the imprint
        "Title": ("Titel", "Título", "Titre"),
        "By": ("Von", "Por", "Par"),
        "Published by": ("Veröffentlicht von", "Publicado por", "Publié par"),
        "Date": ("Datum", "Fecha", "Date"),
        "Version": ("Version", "Versión", "Version"),
        "Version {}": ("Version {}", "Versión {}", "Version {}"),
        "Series": ("Reihe", "Colección", "Collection"),
        "Identifier": ("Kennung", "Identificador", "Identifiant"),
        "Rights": ("Rechte", "Derechos", "Droits"),
        "Other formats: {}.": ("Weitere Formate: {}.", "Otros formatos: {}.", "Autres formats\u00a0: {}."),
        "standard print": ("Standarddruck", "impreso normal", "impression ordinaire"),
        "large print": ("Großdruck", "letra grande", "gros caractères"),
        "e-book": ("E-Book", "libro electrónico", "livre numérique"),
        "web pages": ("Webseiten", "páginas web", "pages web"),
        "plain text": ("reiner Text", "texto sin formato", "texte brut"),
        "braille": ("Brailleschrift", "braille", "braille"),
        "audio": ("Audio", "audio", "audio"),
        # Handouts
        "From {}": ("Aus {}", "De {}", "Extrait de {}"),
        "This handout is also made in {}.": (
            "Dieses Blatt gibt es auch in {}.",
            "Esta hoja existe también en {}.",
            "Ce document existe aussi en {}.",
        ),
        "The whole of {}: {}.": ("{} als Ganzes: {}.", "Todo {}: {}.", "{} en entier : {}."),
        "Scan or type:": ("Scannen oder eintippen:", "Escanee o escriba:", "Scannez ou saisissez :"),
        "QR code: opens {}": ("QR-Code: öffnet {}", "Código QR: abre {}", "Code QR : ouvre {}"),
        # Large print
        "Large print edition, {} point": (
            "Großdruckausgabe, {} Punkt",
            "Edición en letra grande, {} puntos",
            "Édition en gros caractères, corps {}",
        ),
        "Giant print edition, {} point": (
            "Ausgabe in sehr großem Druck, {} Punkt",
            "Edición en letra gigante, {} puntos",
            "Édition en très gros caractères, corps {}",
        ),
        "p. {}": ("S.\u00a0{}", "p.\u00a0{}", "p.\u00a0{}"),
        "The numbers in the margin, such as “{}”, are the pages of the standard print edition: each stands beside the line in "
        "which its page begins. The contents and all references in the text name the pages of this edition.": (
            "Die Zahlen am Rand wie „{}“ sind die Seiten der Standardausgabe: Jede steht neben der Zeile, in der ihre Seite "
            "beginnt. Das Inhaltsverzeichnis und alle Verweise im Text nennen die Seiten dieser Ausgabe.",
            "Los números del margen, como «{}», son las páginas de la edición impresa normal: cada uno está junto a la línea "
            "en la que empieza su página. El índice y todas las referencias del texto indican las páginas de esta edición.",
            "Les numéros dans la marge, comme «\u202f{}\u202f», sont les pages de l’édition imprimée ordinaire\u00a0: chacun est à "
            "côté de la ligne où commence sa page. La table des matières et tous les renvois du texte indiquent les pages de "
            "la présente édition.",
        ),
        "This table is wider than the page. Each row stands here as a list, and each value follows the heading of its column.": (
            "Diese Tabelle ist breiter als die Seite. Jede Zeile steht hier als Liste, und jeder Wert folgt der Überschrift "
            "seiner Spalte.",
            "Esta tabla es más ancha que la página. Cada fila aparece aquí como una lista, y cada valor sigue al título de su "
            "columna.",
            "Ce tableau est plus large que la page. Chaque ligne y figure sous forme de liste, et chaque valeur suit le titre "
            "de sa colonne.",
        ),
        "Draft: this copy was made in spite of errors and is not for publication.": (
            "Entwurf: Dieses Exemplar wurde trotz Fehlern erstellt und ist nicht zur Veröffentlichung bestimmt.",
            "Borrador: este ejemplar se ha hecho a pesar de errores y no está destinado a la publicación.",
            "Brouillon : cet exemplaire a été produit malgré des erreurs et n’est pas destiné à la publication.",
        ),
        # The web edition, around the text
        "Skip to the text": ("Zum Text springen", "Saltar al texto", "Aller au texte"),
        "Previous and next page": (
            "Vorige und nächste Seite",
            "Página anterior y siguiente",
            "Pages précédente et suivante",
        ),
        "Previous:": ("Zurück:", "Anterior:", "Précédent :"),
        "Next:": ("Weiter:", "Siguiente:", "Suivant :"),
        "About this book and its accessibility": (
            "Über dieses Buch und seine Barrierefreiheit",
            "Acerca de este libro y de su accesibilidad",
            "À propos de ce livre et de son accessibilité",
        ),
        "Another format, or a problem:": (
            "Anderes Format oder ein Problem:",
            "Otro formato, o un problema:",
            "Un autre format, ou un problème :",
        ),
        # The forms of a book
        "Other formats": ("Weitere Formate", "Otros formatos", "Autres formats"),
        "The whole book on one page": (
            "Das ganze Buch auf einer Seite",
            "Todo el libro en una página",
            "Tout le livre sur une page",
        ),
        "One page a chapter": ("Eine Seite je Kapitel", "Una página por capítulo", "Une page par chapitre"),
        "web page": ("Webseite", "página web", "page web"),
        "E-book for phones, tablets and reading programs": (
            "E-Book für Telefone, Tablets und Leseprogramme",
            "Libro electrónico para teléfonos, tabletas y programas de lectura",
            "Livre numérique pour téléphones, tablettes et logiciels de lecture",
        ),
        "To read or print": ("Zum Lesen oder Drucken", "Para leer o imprimir", "À lire ou à imprimer"),
        "Large print": ("Großdruck", "Letra grande", "Gros caractères"),
        "Handout": ("Handzettel", "Hoja informativa", "Document à distribuer"),
        "Booklet": ("Heft", "Folleto", "Livret"),
        "Plain text": ("Nur Text", "Texto sin formato", "Texte brut"),
        "Braille": ("Brailleschrift", "Braille", "Braille"),
        "Braille, volume {} of {}": (
            "Brailleschrift, Band {} von {}",
            "Braille, volumen {} de {}",
            "Braille, volume {} sur {}",
        ),
        # What plain text says in words where a page shows it
        "Heading {}": ("Überschrift {}", "Título {}", "Titre {}"),
        "Image: {}": ("Bild: {}", "Imagen: {}", "Image : {}"),
        "Image description: {}": (
            "Bildbeschreibung: {}",
            "Descripción de la imagen: {}",
            "Description de l’image : {}",
        ),
        "inserted: {}": ("eingefügt: {}", "añadido: {}", "ajouté : {}"),
        "deleted: {}": ("gestrichen: {}", "suprimido: {}", "supprimé : {}"),
        "line goes on": ("Zeile geht weiter", "la línea sigue", "la ligne continue"),
        "Break": ("Pause", "Pausa", "Pause"),
        "Aside": ("Exkurs", "Aparte", "Aparté"),
        "Note": ("Hinweis", "Nota", "Remarque"),
        "Tip": ("Tipp", "Consejo", "Conseil"),
        "Warning": ("Warnung", "Advertencia", "Avertissement"),
        "Quotation": ("Zitat", "Cita", "Citation"),
        "Summary": ("Zusammenfassung", "Resumen", "Résumé"),
        "What to do": ("Was zu tun ist", "Qué hacer", "Que faire"),
        "{} ends": ("Ende: {}", "Fin: {}", "Fin : {}"),
        # Braille, around the text
        "Transcribed into {} by software, not proofread by a braille reader.": (
            "Von einem Programm in {} übertragen, nicht von Menschen geprüft, die Braille lesen.",
            "Transcrito a {} por un programa, sin revisar por una persona que lea braille.",
            "Transcrit en {} par un logiciel, sans relecture par une personne lisant le braille.",
        ),
        "braille ({})": ("Brailleschrift ({})", "braille ({})", "braille ({})"),
        "Words in other braille codes stand between signs that name them: {}.": (
            "Wörter in anderen Brailleschriften stehen zwischen Zeichen, die diese nennen: {}.",
            "Las palabras en otros códigos braille están entre signos que los nombran: {}.",
            "Les mots en d’autres codes braille sont entre des signes qui les nomment : {}.",
        ),
        "Volume {}": ("Band {}", "Volumen {}", "Volume {}"),
        "Volume {} of {}": ("Band {} von {}", "Volumen {} de {}", "Volume {} sur {}"),
        "End of volume {}": ("Ende von Band {}", "Fin del volumen {}", "Fin du volume {}"),
        "Table set out as a list: each row, then its values below it, each after the heading of its column.": (
            "Tabelle als Liste: jede Zeile, darunter ihre Werte, jeder nach der Überschrift seiner Spalte.",
            "Tabla en forma de lista: cada fila y, debajo, sus valores, cada uno tras el título de su columna.",
            "Tableau présenté en liste : chaque ligne, puis ses valeurs, chacune après le titre de sa colonne.",
        ),
        # Days
        "{} {} {}": ("{}. {} {}", "{} de {} de {}", "{} {} {}"),
        "{} {}": ("{} {}", "{} de {}", "{} {}"),
        # References
        "no date": ("ohne Jahr", "sin fecha", "sans date"),
        "pp. {}": ("S. {}", "págs. {}", "p. {}"),
        "Retrieved {}": ("Abgerufen am {}", "Recuperado el {}", "Consulté le {}"),
        "from": ("von", "de", "à l’adresse"),
        "Available at": ("Verfügbar unter", "Disponible en", "Disponible à l’adresse"),
        "archived copy of {}": ("archivierte Kopie von {}", "copia archivada de {}", "copie archivée de {}"),
        "the source": ("dieser Quelle", "la fuente", "la source"),
        "January": ("Januar", "enero", "janvier"),
        "February": ("Februar", "febrero", "février"),
        "March": ("März", "marzo", "mars"),
        "April": ("April", "abril", "avril"),
        "May": ("Mai", "mayo", "mai"),
        "June": ("Juni", "junio", "juin"),
        "July": ("Juli", "julio", "juillet"),
        "August": ("August", "agosto", "août"),
        "September": ("September", "septiembre", "septembre"),
        "October": ("Oktober", "octubre", "octobre"),
        "November": ("November", "noviembre", "novembre"),
        "December": ("Dezember", "diciembre", "décembre"),
    }
)
_MONTHS = tuple(_WORDS)[-12:]
_HOLES = ("\0",) * 9  # more than any of them takes


LANGUAGES = ("en", *_LANGUAGES)  # those that our words are in


def in_words(language: str, english: str, *values: object) -> str:
    """Words of ours in a BCP 47 ``language``, with ``values`` in their places. Raises KeyError for what is not ours."""
    translated, known = _WORDS[english], primary(language)
    return (translated[_LANGUAGES.index(known)] if known in _LANGUAGES else english).format(*values)


def every_wording(language: str) -> tuple[str, ...]:
    """All words of ours as ``in_words`` says them in ``language``, in pieces where values stand between."""
    return tuple(piece for english in _WORDS for piece in in_words(language, english, *_HOLES).split(_HOLES[0]))


def words_language(language: str) -> str:
    """The language that ``in_words`` answers in: ``language`` itself, or English."""
    return language if primary(language) in ("en", *_LANGUAGES) else "en"


def day_in_words(language: str, day: date) -> str:
    """A day of the calendar: 24 March 2022, 24. März 2022, 1er mars 2022."""
    return date_in_words(language, day.year, day.month, day.day)


def date_in_words(language: str, year: int, month: int = 0, day: int = 0) -> str:
    """A date as far as it is known: 24 March 2022, March 2022 or 2022."""
    if not month:
        return str(year)
    named = in_words(language, _MONTHS[month - 1])
    if not day:
        return in_words(language, "{} {}", named, year)
    return in_words(language, "{} {} {}", "1er" if day == 1 and primary(language) == "fr" else day, named, year)


def primary(language: str) -> str:
    """The language of a BCP 47 tag, without script, region and variants."""
    return language.lower().partition("-")[0]
