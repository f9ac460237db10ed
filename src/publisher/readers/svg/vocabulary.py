"""The words of a still drawing: SVG 1.1 and 2 without what runs, plays, fetches or belongs to an editor."""

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"
HTML = "{http://www.w3.org/1999/xhtml}"

ELEMENTS = frozenset(
    SVG + name
    for name in """
    svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon
    text tspan textPath tref image linearGradient radialGradient stop pattern clipPath mask marker filter
    feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
    feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    """.split()
)

# What runs or plays, in whatever namespace a reading system would obey it.
ACTIVE = frozenset(
    """
    script handler listener iframe frame object embed applet form input button base meta audio video canvas
    animate animatecolor animatemotion animatetransform set discard
    """.split()
)

# SVG 2, appendices "Attribute index" and "Property index". Without requiredExtensions a switch would choose anew.
ATTRIBUTES = frozenset(
    """
    id class style lang role type media version baseProfile href systemLanguage requiredExtensions requiredFeatures
    x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height d points pathLength path viewBox preserveAspectRatio
    refX refY dx dy rotate textLength lengthAdjust startOffset method spacing side offset transform
    gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform
    clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight orient
    filterUnits primitiveUnits filterRes in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor
    bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
    specularExponent limitingConeAngle azimuth elevation pointsAtX pointsAtY pointsAtZ z scale xChannelSelector
    yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept
    amplitude exponent
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering cursor direction display dominant-baseline enable-background fill
    fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch
    font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
    inline-size isolation kerning letter-spacing lighting-color line-height marker marker-end marker-mid marker-start
    mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-inside shape-margin
    shape-rendering shape-subtract stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration
    text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation text-overflow
    text-rendering text-transform transform-box transform-origin unicode-bidi vector-effect vertical-align visibility
    white-space word-spacing writing-mode
    """.split()
) | {XLINK + "href", XML + "space", XML + "lang"}
