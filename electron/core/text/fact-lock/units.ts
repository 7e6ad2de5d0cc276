// Units and currencies as newspapers write them, with what they are worth in a base unit.
// It must not know numbers.

export type Unit = { readonly name: string; readonly dimension: string; readonly factor: number; readonly pattern: RegExp }

const unit = (name: string, dimension: string, factor: number, forms: string): Unit => ({
  name,
  dimension,
  factor,
  pattern: new RegExp(`^(?:${forms})(?![\\p{L}\\p{N}])`, 'u'),
})

/** Longest forms first: the first that fits wins. */
export const UNITS: readonly Unit[] = [
  unit('m/s', 'speed', 3.6, 'm/s|mètres? par seconde|met(?:re|er)s? per second'),
  unit('light-years', 'length', 9.4607e15, 'années?[ -]lumière|light[ -]years?'),
  unit('sq mi', 'area', 2589988, 'square miles?|sq\\.? mi'),
  unit('sq ft', 'area', 0.092903, 'square f(?:ee|oo)t|sq\\.? ?ft'),
  unit('°F', 'fahrenheit', 1, '°F|degrees? fahrenheit'),
  unit('hl', 'volume', 100, 'hl|hectolitres?'),
  unit('%', 'share', 1, '%|pour cent|pour-cent|p\\. ?100|percent|per cent'),
  unit('points', 'points', 1, 'points? de pourcentage|percentage points?|points?'),
  unit('km/h', 'speed', 1, 'km/h|kilomètres?(?:[ -]heure| par heure|/h)|kph'),
  unit('mph', 'speed', 1.609344, 'mph|miles per hour'),
  unit('m²', 'area', 1, 'm²|m2|mètres? carrés?|square metres?|square meters?'),
  unit('km²', 'area', 1e6, 'km²|km2|kilomètres? carrés?|square kilomet(?:re|er)s?'),
  unit('ha', 'area', 1e4, 'ha|hectares?'),
  unit('acres', 'area', 4046.86, 'acres?'),
  unit('m³', 'volume', 1000, 'm³|m3|mètres? cubes?|cubic met(?:re|er)s?'),
  unit('l', 'volume', 1, 'l|L|litres?|liters?'),
  unit('km', 'length', 1000, 'km|kilomètres?|kilomet(?:re|er)s?'),
  unit('cm', 'length', 0.01, 'cm|centimètres?|centimet(?:re|er)s?'),
  unit('mm', 'length', 0.001, 'mm|millimètres?|millimet(?:re|er)s?'),
  unit('m', 'length', 1, 'm|mètres?|met(?:re|er)s?'),
  unit('miles', 'length', 1609.344, 'miles?|mi'),
  unit('feet', 'length', 0.3048, 'feet|foot|ft|pieds?'),
  unit('milles', 'length', 1852, 'milles? nautiques?|milles? marins?|nautical miles?|milles'),
  unit('kg', 'mass', 1, 'kg|kilos?|kilogrammes?|kilograms?'),
  unit('g', 'mass', 0.001, 'g|grammes?|grams?'),
  unit('t', 'mass', 1000, 't|tonnes?|tons?'),
  unit('lb', 'mass', 0.45359, 'lbs?'),
  unit('°C', 'temperature', 1, '°C|°|degrés?(?: celsius)?|degrees?(?: celsius)?'),
  unit('MWh', 'energy', 1e3, 'MWh|mégawattheures?'),
  unit('GWh', 'energy', 1e6, 'GWh|gigawattheures?'),
  unit('kWh', 'energy', 1, 'kWh|kilowattheures?'),
  unit('GW', 'power', 1e6, 'GW|gigawatts?'),
  unit('MW', 'power', 1e3, 'MW|mégawatts?|megawatts?'),
  unit('kW', 'power', 1, 'kW|kilowatts?'),
  unit('knots', 'speed', 1.852, 'nœuds?|noeuds?|knots?'),
  unit('inches', 'length', 0.0254, 'inch(?:es)?|pouces?'),
  unit('yards', 'length', 0.9144, 'yards?'),
  unit('gallons', 'volume', 3.7854, 'gallons?'),
  unit('barrels', 'volume', 158.987, 'barils?|barrels?'),
  unit('kB', 'data', 1e3, 'ko|Ko|kB|KB|kilo-?octets?|kilobytes?'),
  unit('MB', 'data', 1e6, 'Mo|MB|méga-?octets?|megabytes?'),
  unit('GB', 'data', 1e9, 'Go|GB|giga-?octets?|gigabytes?'),
  unit('TB', 'data', 1e12, 'To(?! \\p{L})|TB|téra-?octets?|terabytes?'),
  unit('s', 'time', 1, 'secondes?|seconds?'),
  unit('min', 'time', 60, 'minutes?|min'),
  unit('h', 'time', 3600, 'heures?|hours?'),
  unit('days', 'time', 86400, 'jours?|journées?|days?'),
  unit('weeks', 'time', 604800, 'semaines?|weeks?'),
  unit('months', 'months', 1, 'mois|months?'),
  unit('years', 'months', 12, 'ans?|années?|years?'),
  unit('decades', 'months', 120, 'décennies?|decades?'),
  unit('centuries', 'months', 1200, 'siècles?|centur(?:y|ies)'),
]

export const CURRENCIES: readonly Unit[] = [
  unit('EUR', 'money', 1, "euros?|€|EUR|d['’]euros?"),
  unit('USD', 'money', 1, '(?:US )?dollars?|\\$|USD|US\\$'),
  unit('GBP', 'money', 1, 'livres? sterling|pounds?(?: sterling)?|£|GBP'),
  unit('JPY', 'money', 1, 'yens?|¥|JPY'),
  unit('CHF', 'money', 1, 'francs? suisses?|swiss francs?|CHF'),
  unit('FRF', 'money', 1, 'francs?'),
]
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' }
