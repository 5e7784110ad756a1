/** What the buttons of a module whose parts have an order ask for. */
export type Asked = 'continue' | 'previous' | 'exit-all' | 'suspend-all';
