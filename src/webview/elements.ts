import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-checkbox/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import type { HTMLAttributes } from 'preact';

interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
}

type Custom<Properties> = HTMLAttributes<HTMLElement> & Properties;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': Custom<{ secondary?: boolean; disabled?: boolean }>;
      'vscode-checkbox': Custom<{ checked?: boolean; disabled?: boolean; label?: string; value?: string }>;
      'vscode-single-select': Custom<{
        combobox?: boolean;
        filter?: string;
        label?: string;
        options?: readonly Option[];
        value?: string;
      }>;
      'vscode-textfield': Custom<{ label?: string; placeholder?: string; type?: string; value?: string }>;
    }
  }
}
