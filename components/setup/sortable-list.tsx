'use client';

import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../ui/button';
import { cn } from '../ui/class-names';
import { useText } from '../words';
import { moved } from './moved';

type Item = { id: string; name: string };
type Props<T extends Item> = {
  items: readonly T[];
  onOrder: (ids: string[]) => void;
  disabled: boolean;
  children: (item: T) => ReactNode;
};

const Row = ({
  item,
  place,
  count,
  disabled,
  onMove,
  children,
}: {
  item: Item;
  place: number;
  count: number;
  disabled: boolean;
  onMove: (to: number) => void;
  children: ReactNode;
}) => {
  const t = useText('setup');
  const drag = useDraggable({ id: item.id, disabled });
  const drop = useDroppable({ id: item.id });
  const shift = drag.transform ? { transform: `translateY(${String(drag.transform.y)}px)` } : undefined;
  return (
    <li
      ref={drop.setNodeRef}
      className={cn(
        'border-b border-hairline last:border-b-0',
        drop.isOver && !drag.isDragging && 'bg-accent-soft',
      )}
    >
      <div
        ref={drag.setNodeRef}
        style={shift}
        className={cn(
          'flex items-center gap-1 bg-surface py-1',
          drag.isDragging && 'relative z-10 shadow-lg',
        )}
      >
        {disabled ? null : (
          <span
            {...drag.listeners}
            className="hidden size-9 shrink-0 cursor-grab touch-none items-center justify-center text-muted md:inline-flex"
            aria-hidden
          >
            <GripVertical className="size-4" />
          </span>
        )}
        <div className="min-w-0 flex-1">{children}</div>
        {disabled ? null : (
          <>
            <IconButton
              label={t('moveUp', { name: item.name })}
              disabled={place === 0}
              onClick={() => {
                onMove(place - 1);
              }}
            >
              <ArrowUp aria-hidden className="size-4" />
            </IconButton>
            <IconButton
              label={t('moveDown', { name: item.name })}
              disabled={place === count - 1}
              onClick={() => {
                onMove(place + 1);
              }}
            >
              <ArrowDown aria-hidden className="size-4" />
            </IconButton>
          </>
        )}
      </div>
    </li>
  );
};

/** A list put in order by dragging a row or by the buttons beside it, which every keyboard reaches. */
export const SortableList = <T extends Item>({ items, onOrder, disabled, children }: Props<T>) => {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor),
  );
  const ids = items.map((one) => one.id);
  const order = (from: number, to: number): void => {
    if (from !== to && from >= 0 && to >= 0) onOrder(moved(ids, from, to));
  };
  const drop = ({ active, over }: DragEndEvent): void => {
    if (over) order(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)));
  };
  return (
    <DndContext sensors={sensors} onDragEnd={drop}>
      <ul>
        {items.map((item, place) => (
          <Row
            key={item.id}
            item={item}
            place={place}
            count={items.length}
            disabled={disabled}
            onMove={(to) => {
              order(place, to);
            }}
          >
            {children(item)}
          </Row>
        ))}
      </ul>
    </DndContext>
  );
};
