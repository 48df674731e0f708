const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** The elements of SVG 2 (and of 1.1, where browsers draw them) that draw or group, in the SVG namespace. */
export const drawingElements = words(`
  svg g defs symbol use switch a style view
  path rect circle ellipse line polyline polygon image text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode
  feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`);

/** Elements whose text is drawn. */
export const textElements = words('text tspan textPath a');

/** Attributes that place and shape; those that style are properties of CSS as well. `href`, `style`, `id` and `class` are read apart. */
const geometry = words(`
  viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points pathLength transform version
  dx dy rotate textLength lengthAdjust startOffset method spacing side
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits in in2 result mode type values tableValues slope intercept amplitude exponent
  operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha
  surfaceScale diffuseConstant specularConstant specularExponent azimuth elevation z pointsAtX pointsAtY pointsAtZ
  limitingConeAngle scale xChannelSelector yChannelSelector stdDeviation radius baseFrequency numOctaves seed stitchTiles
  requiredFeatures requiredExtensions systemLanguage lang media xml:space xml:lang
`);

/** Attributes of SVG that neither draw nor say anything: they go without a word. */
export const idleAttributes = words(`
  baseProfile contentScriptType contentStyleType zoomAndPan externalResourcesRequired xml:base type tabindex focusable
  pointer-events cursor role enable-background target rel filterRes overflow-x overflow-y
`);

/** The properties of CSS that change how an SVG is drawn, as attributes or in a style (SVG 2, appendix F and CSS modules). */
export const drawingProperties = words(`
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering cx cy d direction display dominant-baseline fill fill-opacity fill-rule filter flood-color
  flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style
  font-synthesis font-variant font-variant-caps font-variant-east-asian font-variant-ligatures font-variant-numeric
  font-variant-position font-variation-settings font-weight glyph-orientation-vertical height image-rendering
  inline-size isolation letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask
  mask-image mask-mode mask-position mask-repeat mask-size mask-type mix-blend-mode object-fit object-position opacity
  overflow paint-order r rotate rx ry scale shape-image-threshold shape-inside shape-margin
  shape-padding shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width tab-size text-align text-anchor text-decoration
  text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation text-overflow
  text-rendering text-shadow text-transform transform transform-box transform-origin translate unicode-bidi
  vector-effect visibility white-space width word-spacing writing-mode x y background background-color
  src unicode-range font-display
`);

/** Every attribute that draws. */
export const drawingAttributes = geometry.union(drawingProperties);
