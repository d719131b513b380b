import { render } from 'preact';
import { App } from './App';
import './elements';
import { connectHost } from './host';
import './page.css';

const root = document.getElementById('page');
if (root) render(<App host={connectHost()} />, root);
