import type { PlacedBox, PreviewPlaces, PreviewState, PreviewTokens } from '../../protocol.ts';
import type { Address } from './address.ts';
import type { Arrangement, OpenDocument, OverlayName, PanelTab, SideTab, Size, Zoom } from './model.ts';
import type { PageText } from './page-text.ts';
import type { Vision } from './vision.ts';

/** All that can happen to the model: what the server says, what the worker has done, what somebody asks for. */
export type Action =
  | { readonly kind: 'state'; readonly state: PreviewState }
  | { readonly kind: 'lost' }
  | { readonly kind: 'opened'; readonly edition: string; readonly document: OpenDocument }
  | { readonly kind: 'placed'; readonly edition: string; readonly version: number; readonly places: PreviewPlaces }
  | { readonly kind: 'printed'; readonly edition: string; readonly version: number; readonly prints: readonly number[] }
  | {
      readonly kind: 'read';
      readonly edition: string;
      readonly version: number;
      readonly page: number;
      readonly text: PageText;
    }
  | { readonly kind: 'changed'; readonly edition: string; readonly version: number; readonly page: number }
  | { readonly kind: 'settled'; readonly edition: string; readonly changed: readonly number[] }
  | { readonly kind: 'tokens'; readonly tokens: PreviewTokens }
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'edition'; readonly edition: string }
  | { readonly kind: 'scrolled'; readonly page: number; readonly y: number }
  | { readonly kind: 'go'; readonly page: number; readonly y?: number }
  | { readonly kind: 'resized'; readonly viewport: Size }
  | { readonly kind: 'zoom'; readonly zoom: Zoom; readonly at?: { readonly x: number; readonly y: number } }
  | { readonly kind: 'arrangement'; readonly arrangement: Arrangement }
  | { readonly kind: 'side'; readonly side: SideTab | undefined }
  | { readonly kind: 'panel'; readonly panel: PanelTab | undefined }
  | { readonly kind: 'overlay'; readonly overlay: OverlayName }
  | { readonly kind: 'vision'; readonly vision: Vision }
  | { readonly kind: 'pick'; readonly box: number | undefined }
  | { readonly kind: 'open'; readonly place: Pick<PlacedBox, 'file' | 'line' | 'column'> }
  | { readonly kind: 'open-failed'; readonly message: string; readonly place: string }
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'keys'; readonly keys: 'on' | 'off' }
  | { readonly kind: 'help'; readonly help: 'open' | 'closed' }
  | { readonly kind: 'say'; readonly said: string };

export type Dispatch = (action: Action) => void;
