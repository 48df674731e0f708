declare module 'vega-projection' {
  export { projection } from 'vega';
}
