import { Chosen } from './chosen.js';

export const sortOrders = ['asc', 'desc'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Which way a list is sorted. */
export const Order = () => Chosen(sortOrders, 'SortOrder');
