/** Letters of a name; "<name>.audit.json.tmp" must fit everywhere. */
const longest = 60;
/** Names that Windows keeps for devices, whatever follows them after a dot. */
const devices = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Why a folder of content/ cannot be an edition, as a cure; undefined where it can: its name is that of files on every system. */
export function editionNameFault(name: string): string | undefined {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return 'write small letters, digits and single hyphens';
  if (devices.test(name)) return 'write another, since Windows keeps this one for a device';
  if (name === 'labels') return 'write another, since content/labels holds the words of the press';
  return name.length > longest ? `write at most ${longest} letters` : undefined;
}
